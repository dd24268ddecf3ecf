package nl.etalage.standin.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The faults asked for. One fault stands for each account and call; asking again replaces it. */
public final class Faults {
    private static final int MOST = 1_000;

    private final List<Fault> asked = new ArrayList<>();

    /** @throws IllegalArgumentException when too many faults stand already */
    public synchronized void ask(Fault fault) {
        asked.removeIf(
                other -> Objects.equals(other.account(), fault.account()) && Objects.equals(other.on(), fault.on()));
        if (asked.size() >= MOST) {
            throw new IllegalArgumentException("No more than " + MOST + " faults at a time");
        }
        asked.add(fault);
    }

    public synchronized void clear() {
        asked.clear();
    }

    /** What still stands, oldest first, with the times that are left. */
    public synchronized List<Fault> standing() {
        return List.copyOf(asked);
    }

    /** The oldest fault that hits this call, which uses it up once. */
    public synchronized Optional<Fault> hit(Optional<String> caller, String method, String path) {
        for (int i = 0; i < asked.size(); i++) {
            Fault fault = asked.get(i);
            if (fault.hits(caller, method, path)) {
                useUp(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void useUp(int index, Fault fault) {
        if (fault.times() == null) {
            return;
        }
        if (fault.times() == 1) {
            asked.remove(index);
        } else {
            asked.set(index, fault.times(fault.times() - 1));
        }
    }
}

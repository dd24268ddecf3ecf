package nl.etalage.shops.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.etalage.idempotency.IdempotencyCleanup;

/** Answers to repeat: those the person was given, and those that show the person to somebody else. */
@ApplicationScoped
class ForgetAnswers implements Forgets {

    private final DataSource dataSource;

    ForgetAnswers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String what() {
        return "answers";
    }

    @Override
    public int forget(Person person) {
        List<String> texts = new ArrayList<>(person.names());
        texts.addAll(person.emails());
        person.members().forEach(member -> texts.add(member.toString()));
        if (person.subject() != null) {
            texts.add(person.subject());
        }
        try (Connection connection = dataSource.getConnection()) {
            return IdempotencyCleanup.forgetOf(connection, person.issuer(), person.subject())
                    + IdempotencyCleanup.forgetHolding(connection, texts);
        } catch (SQLException failure) {
            throw new IllegalStateException("Answers can't be removed", failure);
        }
    }
}

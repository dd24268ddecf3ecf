package nl.etalage.standin.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.etalage.standin.json.Json;

/** A ledger in a file with one JSON object a line. A line cut off by a crash was never answered, and is dropped. */
public final class LedgerFile implements Ledger, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LedgerFile.class.getName());
    private static final int TAIL_BLOCK = 8192;

    private final FileChannel channel;
    private long length;

    private LedgerFile(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
    }

    /**
     * Opens the file, making it when it is new.
     *
     * @throws IOException when it can't be read, or another process has it open
     */
    public static LedgerFile open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, file);
            long length = endOfLastWholeLine(channel);
            channel.truncate(length);
            return new LedgerFile(channel, length);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Hands every fact so far to the reader, oldest first.
     *
     * @throws IOException when the disk fails
     */
    public synchronized void replay(Reader reader) throws IOException {
        channel.position(0);
        // Not closed: that would close the channel, which the ledger goes on to write.
        BufferedReader lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                JsonNode entry = Json.parse(line);
                reader.accept(entry.path("kind").asText(), entry.path("fact"));
            } catch (JsonProcessingException e) {
                LOG.log(Level.WARNING, "Line {0} of the ledger is damaged and skipped", number);
            }
        }
    }

    @Override
    public synchronized void append(String kind, Object fact) {
        byte[] json = Json.bytes(Json.object().put("kind", kind).set("fact", Json.tree(fact)));
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        int size = line.remaining();
        try {
            writeWhole(line);
            channel.force(false);
            length += size;
        } catch (IOException e) {
            dropHalfALine();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    private void writeWhole(ByteBuffer line) throws IOException {
        long at = length;
        while (line.hasRemaining()) {
            at += channel.write(line, at);
        }
    }

    private void dropHalfALine() {
        try {
            channel.truncate(length);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Half a line stays behind; the next start drops it", e);
        }
    }

    private static long endOfLastWholeLine(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer block = ByteBuffer.allocate(TAIL_BLOCK);
        while (end > 0) {
            long start = Math.max(0, end - TAIL_BLOCK);
            block.clear().limit((int) (end - start));
            long at = start;
            while (block.hasRemaining()) {
                at += channel.read(block, at);
            }
            for (int i = block.limit() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    // Two processes, or two stand-ins in one, would tear each other's lines. Held until the channel closes.
    private static void lock(FileChannel channel, Path file) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("another stand-in in this process works in " + file.getParent(), e);
        }
        throw new IOException("another stand-in works in " + file.getParent());
    }

    /** Takes one earlier fact. */
    @FunctionalInterface
    public interface Reader {
        /** @throws JsonProcessingException when the fact doesn't have the form of its kind */
        void accept(String kind, JsonNode fact) throws JsonProcessingException;
    }
}

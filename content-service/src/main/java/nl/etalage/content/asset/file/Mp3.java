package nl.etalage.content.asset.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An MP3 file: frame after frame of sound, and before and after it what somebody wrote about it. Programs that put two
 * of them together leave what stood between.
 *
 * @param sound where the frames are
 * @see <a href="https://www.iso.org/standard/22412.html">ISO/IEC 11172-3, 2.4</a> for frames
 * @see <a href="https://id3.org/id3v2.4.0-structure">ID3v2</a> for what comes before
 */
public record Mp3(List<Span> sound, Duration duration) {

    public Mp3 {
        sound = List.copyOf(sound);
    }

    private static final int[] FIRST_RATES = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] SECOND_RATES = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLES_A_SECOND = {44_100, 48_000, 32_000};
    private static final int SAMPLES = 1152;
    private static final int TAG_HEADER = 10;
    private static final int OLD_TAG = 128;
    private static final int APE_FOOTER = 32;

    /** How a text of Lyrics3 2.00 ends (id3.org/Lyrics3v2): the length of what stands before, in six digits, and this. */
    private static final String LYRICS = "LYRICS200";

    private static final int LYRICS_DIGITS = 6;

    /** Some programs pad what they write before the first frame. */
    private static final int MOST_PADDING = 64 * 1024;

    /**
     * Walks through all frames.
     *
     * @throws DamagedFile when something else stands between them, or the last is cut off
     */
    public static Mp3 of(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MappedByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            int end = end(file);
            List<Span> sound = new ArrayList<>();
            int from = start(file, 0, end);
            long samples = 0;
            long nanos = 0;
            int at = from;
            while (at < end) {
                Frame frame = at + Integer.BYTES <= end ? Frame.of(file.getInt(at)) : null;
                if (frame == null) {
                    sound.add(new Span(from, at));
                    from = between(file, at, end);
                    at = from;
                    continue;
                }
                if (at + frame.length > end) {
                    throw new DamagedFile("no whole frame at " + at);
                }
                nanos += frame.samples * 1_000_000_000L / frame.rate;
                samples += frame.samples;
                at += frame.length;
            }
            if (samples == 0) {
                throw new DamagedFile("no sound");
            }
            if (from < end) {
                sound.add(new Span(from, end));
            }
            return new Mp3(sound, Duration.ofNanos(nanos));
        }
    }

    /** Copies the sound alone: no names, no covers, no comments. */
    public static void copy(Path path, OutputStream to) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            for (Span span : of(path).sound) {
                for (long at = span.from(); at < span.to(); ) {
                    at += file.transferTo(at, span.to() - at, Channels.newChannel(to));
                }
            }
        }
    }

    /** Where the sound goes on, or the end. */
    private static int between(ByteBuffer file, int at, int end) throws DamagedFile {
        int behind = at + OLD_TAG <= end && text(file, at, 3).equals("TAG") ? at + OLD_TAG : at;
        if (silent(file, behind, end)) {
            return end;
        }
        boolean tagged =
                behind > at || (at + TAG_HEADER <= end && text(file, at, 3).equals("ID3"));
        if (!tagged) {
            throw new DamagedFile("no frame at " + at);
        }
        return start(file, behind, end);
    }

    /** Programs pad the end too. */
    private static boolean silent(ByteBuffer file, int from, int end) {
        int at = from;
        while (at < end && file.get(at) == 0) {
            at++;
        }
        return at == end;
    }

    private static int start(ByteBuffer file, int from, int end) throws DamagedFile {
        int at = from;
        while (at + TAG_HEADER <= end && text(file, at, 3).equals("ID3")) {
            int size = 0;
            for (int digit = 6; digit < TAG_HEADER; digit++) {
                size = size << 7 | (file.get(at + digit) & 0x7F);
            }
            boolean footer = (file.get(at + 5) & 0x10) != 0;
            at += TAG_HEADER + size + (footer ? TAG_HEADER : 0);
        }
        int padded = Math.min(end, at + MOST_PADDING);
        while (at < padded && file.get(at) == 0) {
            at++;
        }
        if (at >= end) {
            throw new DamagedFile("no sound");
        }
        return at;
    }

    private static int end(ByteBuffer file) {
        int end = file.limit();
        if (end >= OLD_TAG && text(file, end - OLD_TAG, 3).equals("TAG")) {
            end -= OLD_TAG;
        }
        end -= lyrics(file, end);
        if (end >= APE_FOOTER && text(file, end - APE_FOOTER, 8).equals("APETAGEX")) {
            ByteBuffer footer = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            long size = Integer.toUnsignedLong(footer.getInt(end - 20));
            boolean header = footer.getInt(end - 12) < 0;
            end = (int) Math.max(0, end - size - (header ? APE_FOOTER : 0));
        }
        return end;
    }

    /** Bytes that the words of a song take before this end; 0 without any. */
    private static int lyrics(ByteBuffer file, int end) {
        int mark = LYRICS_DIGITS + LYRICS.length();
        if (end < mark || !text(file, end - LYRICS.length(), LYRICS.length()).equals(LYRICS)) {
            return 0;
        }
        String digits = text(file, end - mark, LYRICS_DIGITS);
        return digits.matches("\\d{6}") ? Math.min(end, Integer.parseInt(digits) + mark) : 0;
    }

    private static String text(ByteBuffer file, int at, int length) {
        byte[] bytes = new byte[length];
        file.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What the four bytes before each piece of sound say of it. */
    private record Frame(int length, int samples, int rate) {

        /** Null where no frame of layer III begins. */
        static Frame of(int header) {
            int version = header >>> 19 & 3;
            int layer = header >>> 17 & 3;
            int bitrate = header >>> 12 & 15;
            int rate = header >>> 10 & 3;
            if (header >>> 21 != 0x7FF || version == 1 || layer != 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
                return null;
            }
            boolean first = version == 3;
            int samples = first ? SAMPLES : SAMPLES / 2;
            int perSecond = SAMPLES_A_SECOND[rate] >> (first ? 0 : version == 2 ? 1 : 2);
            int bits = (first ? FIRST_RATES : SECOND_RATES)[bitrate - 1] * 1000;
            int padding = header >>> 9 & 1;
            return new Frame(samples / 8 * bits / perSecond + padding, samples, perSecond);
        }
    }
}

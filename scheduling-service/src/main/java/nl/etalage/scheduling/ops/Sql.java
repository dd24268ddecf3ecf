package nl.etalage.scheduling.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads and writes the types JDBC has no method for. */
public final class Sql {

    private Sql() {}

    /** Sets a moment; null stays null. */
    public static void set(PreparedStatement statement, int index, Instant moment) throws SQLException {
        statement.setObject(index, moment == null ? null : moment.atOffset(ZoneOffset.UTC));
    }

    /** Sets JSON as text, for a parameter that the statement casts to jsonb. */
    public static void setJson(PreparedStatement statement, int index, Object value) throws SQLException {
        try {
            statement.setString(index, value == null ? null : StoredJson.MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("No JSON form", unwritable);
        }
    }

    /** A moment, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** What a JSON column holds, or null. */
    public static <T> T json(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        String json = row.getString(column);
        try {
            return json == null ? null : StoredJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("Column " + column + " can't be read", foreign);
        }
    }
}

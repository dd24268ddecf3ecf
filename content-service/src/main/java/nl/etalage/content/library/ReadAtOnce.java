package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.etalage.paging.PageRequest;

/** Reads the newest of a library in one statement, without a transaction around it: what is asked all day. */
@ApplicationScoped
class ReadAtOnce {

    private static final String NEWEST = "SELECT * FROM library_newest(?, ?, ?, ?, ?)";

    private final DataSource dataSource;

    ReadAtOnce(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether a question is one of these: the newest of everything. */
    static boolean answers(LibraryPull pull) {
        return pull.filter().order() == SortOrder.NEWEST
                && pull.filter().search() == null
                && pull.filter().clauses().isEmpty();
    }

    /** The newest, one more than the page holds. */
    List<FoundStory> newest(LibraryPull pull, PageRequest page) {
        ReadLibrary.After after = ReadLibrary.After.of(page, 0);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setString(1, EnterLibrary.named(pull.shop().slug()));
            select.setObject(2, pull.now().atOffset(ZoneOffset.UTC));
            select.setObject(3, after.appeared());
            select.setObject(4, after.story());
            select.setInt(5, page.limit() + 1);
            List<FoundStory> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(FoundStory.of(row));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("The library can't be read", failure);
        }
    }
}

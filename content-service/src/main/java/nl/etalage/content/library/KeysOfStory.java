package nl.etalage.content.library;

import java.util.Collection;
import nl.etalage.content.story.StoryContent;

/** By which words the products of a story are looked up; what products are to the library is told by who knows them. */
public interface KeysOfStory {

    /** As they stand in library_product; none for a story without products. */
    Collection<String> of(StoryContent content);
}

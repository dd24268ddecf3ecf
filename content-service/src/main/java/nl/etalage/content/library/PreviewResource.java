package nl.etalage.content.library;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.content.adaptation.Overrides;
import nl.etalage.content.campaign.Campaign;
import nl.etalage.content.campaign.CampaignRepository;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryRepository;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A story as shops would get it, before it is released. */
@Path("/api/v1/stories/{id}")
@Tag(name = "stories")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class PreviewResource {

    private final CurrentAccess access;
    private final StoryRepository stories;
    private final Shops shops;
    private final CampaignRepository campaigns;
    private final ShowItem show;
    private final FindEmptyFields emptyFields;
    private final Clock clock;

    PreviewResource(
            CurrentAccess access,
            StoryRepository stories,
            Shops shops,
            CampaignRepository campaigns,
            ShowItem show,
            FindEmptyFields emptyFields,
            Clock clock) {
        this.access = access;
        this.stories = stories;
        this.shops = shops;
        this.campaigns = campaigns;
        this.show = show;
        this.emptyFields = emptyFields;
        this.clock = clock;
    }

    @GET
    @Path("/preview")
    @Transactional
    @Operation(
            summary = "See a story as a shop would get it",
            description =
                    "As it stands now, released or not, in the network's words: as an item of that shop's library."
                            + " Pictures that are not public are seen through their renditions. For the central group.")
    public LibraryItem previewStory(@PathParam("id") UUID id, @QueryParam("shop") String slug) {
        Access caller = access.enter();
        caller.requireCentralFor();
        caller.requireReaderOrCentral(slug, Scope.LIBRARY_READ);
        Story story = stories.require(id);
        Shop shop = shops.require(slug);
        Instant now = clock.instant();
        FoundStory asReleased = new FoundStory(
                story.id(),
                story.revision(),
                0,
                now,
                story.changedAt(),
                campaigns.ofStory(id).stream().map(Campaign::id).toList(),
                null,
                Overrides.NONE);
        ShowItem.Setting setting = new ShowItem.Setting(shop, LocalDate.ofInstant(now, shop.zone()), false);
        return show.show(List.of(new LibraryRow(asReleased, story.content())), setting)
                .get(0);
    }

    @GET
    @Path("/empty-fields")
    @Transactional
    @Operation(
            summary = "List the shops where a merge field of a story is empty",
            description = "Of the shops the story is for, in order of slug. Sentences with those fields are left out"
                    + " there. Fields of a campaign don't count. For the central group.")
    public Page<EmptyFields> listEmptyFields(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("pageToken") String pageToken) {
        access.enter().requireCentralFor();
        Story story = stories.require(id);
        PageRequest page = PageRequest.of(limit, pageToken, "empty-fields|" + id);
        return page.page(emptyFields.page(story.content(), page), found -> List.of(found.shop()));
    }
}

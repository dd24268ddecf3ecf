package nl.etalage.content.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a campaign stands, by the Dutch calendar. */
public enum CampaignState {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("over")
    OVER
}

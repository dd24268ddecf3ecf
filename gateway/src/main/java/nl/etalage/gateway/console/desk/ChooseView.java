package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * Pictures to choose from.
 *
 * @param id of the story
 * @param title of the story
 * @param next address of the next page; null on the last
 * @param complaint why they were not added; null when all is well
 */
record ChooseView(String id, String title, String version, List<PictureView> pictures, String next, String complaint) {}

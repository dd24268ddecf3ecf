package nl.etalage.gateway.console.desk;

/** The page with what colleagues say about a story. */
record CommentsView(Head head, Talk talk, boolean first) {}

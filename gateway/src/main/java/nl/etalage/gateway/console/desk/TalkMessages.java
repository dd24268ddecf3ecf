package nl.etalage.gateway.console.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences with which colleagues talk about stories and compare their versions. */
@MessageBundle("talk")
public interface TalkMessages {

    @Message
    String commentsTitle();

    @Message
    String commentsLink();

    @Message
    String commentsNone();

    @Message
    String commentsAway();

    @Message
    String commentsDone(int count);

    @Message
    String commentsMore();

    @Message
    String commentsFirst();

    @Message
    String commentAnswer();

    @Message
    String commentAnswerButton();

    @Message
    String commentReopen();

    @Message
    String commentResolve();

    @Message
    String commentDone();

    @Message
    String commentDoneBy(String name);

    @Message
    String commentBegin();

    @Message
    String commentAbout();

    @Message
    String commentText();

    @Message
    String commentSay();

    @Message
    String commentMeanwhile();

    @Message
    String compareTitle(int from, int to);

    @Message
    String compareFrom();

    @Message
    String compareTo();

    @Message
    String compareButton();

    @Message
    String compareLegend();

    @Message
    String compareGone();

    @Message
    String compareCame();

    @Message
    String compareGoneStart();

    @Message
    String compareCameStart();

    @Message
    String compareEnd();

    @Message
    String compareBefore();

    @Message
    String compareAfter();

    @Message
    String compareSame();

    @Message
    String restoreTitle();

    @Message
    String restoreWhat();

    @Message
    String restoreButton();

    @Message
    String commentEmpty();

    @Message
    String commentPlaced();

    @Message
    String commentResolved();
}

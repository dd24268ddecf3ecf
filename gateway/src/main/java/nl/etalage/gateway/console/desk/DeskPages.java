package nl.etalage.gateway.console.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import nl.etalage.gateway.Frame;

/** The pages of the editor's desk, and those on which a shop tells it something. */
@CheckedTemplate(basePath = "desk")
final class DeskPages {

    private DeskPages() {}

    static native TemplateInstance list(Frame frame, ListView view);

    static native TemplateInstance begin(Frame frame, BeginView view);

    static native TemplateInstance write(Frame frame, WriteView view);

    static native TemplateInstance read(Frame frame, ReadView view);

    static native TemplateInstance pictures(Frame frame, ChooseView view);

    static native TemplateInstance preview(Frame frame, PreviewView view);

    static native TemplateInstance revisions(Frame frame, RevisionsView view);

    static native TemplateInstance translation(Frame frame, TranslationView view);

    static native TemplateInstance compare(Frame frame, CompareView view);

    static native TemplateInstance comments(Frame frame, CommentsView view);

    static native TemplateInstance themes(Frame frame, ThemesView view);

    static native TemplateInstance theme(Frame frame, ThemesView view);

    static native TemplateInstance inbox(Frame frame, InboxView view);

    static native TemplateInstance received(Frame frame, ReceivedView view);

    static native TemplateInstance tell(Frame frame, TellView view);

    static native TemplateInstance told(Frame frame, ToldView view);

    static native TemplateInstance kept(Frame frame, KeptView view);
}

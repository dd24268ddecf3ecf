package nl.etalage.gateway.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import nl.etalage.gateway.Frame;

/** The pages of the console. */
@CheckedTemplate(basePath = "console")
final class Pages {

    private Pages() {}

    static native TemplateInstance welcome(Frame frame);

    static native TemplateInstance home(Frame frame, Parts parts, List<ShopPanel> shops);

    static native TemplateInstance message(Frame frame, MessageView message, FormState form);

    static native TemplateInstance thanks(Frame frame, boolean posted);

    static native TemplateInstance error(Frame frame, String title, String text, boolean again);

    static native TemplateInstance join(Frame frame, JoinView view);

    static native TemplateInstance member(Frame frame, MemberPageResource.MemberView view);
}

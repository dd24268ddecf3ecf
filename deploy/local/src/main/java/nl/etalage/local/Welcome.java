package nl.etalage.local;

import java.nio.file.Path;
import java.time.Duration;
import nl.etalage.local.screen.Screen;

/** What a person can do now that everything runs. */
final class Welcome {

    private final Stack stack;
    private final Arguments arguments;

    Welcome(Stack stack, Arguments arguments) {
        this.stack = stack;
        this.arguments = arguments;
    }

    String text(Duration took) {
        StackOptions options = stack.options();
        Path logs = arguments.root().relativize(stack.log("gateway").getParent());
        return """

                Etalage runs, after %s.

                  Console    %s
                  Editors    begin at %s/redactie
                  A shop     tells its story at %s/winkel/zeist/verhalen, and so on
                  API        %s/api/v1/openapi.json, to browse: %s/api/docs
                  Platform   %s, a stand-in for Mastodon: what went out is shown there
                  People     admin, editor, editor2, editor3, coach; per shop, such as zeist and utrecht:
                             zeist-manager, zeist-publisher, zeist-contributor; marijke serves deventer
                             and zwolle. Everyone's password is the user name.
                  Webshops   client webshop-zeist with secret webshop-zeist-demo, and so on
                  Logs       %s/<name>.log of
                             %s

                First thing to try: ./deploy/demo%s tells one story from editor to post.
                %s
                """
                .formatted(
                        Screen.seconds(took).strip(),
                        options.gateway(),
                        options.gateway(),
                        options.gateway(),
                        options.gateway(),
                        options.gateway(),
                        options.standIn(),
                        logs,
                        String.join(", ", stack.names()),
                        arguments.shift() == 0 ? "" : " --ports " + arguments.shift(),
                        arguments.detach() ? "./deploy/down stops everything." : "Ctrl-C stops everything.");
    }
}

package nl.etalage.gateway.malformed;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts {@link MalformedRequests} into each connection that is accepted, and tells it of bytes that make no request yet. Quarkus offers no place for it: a request that
 * cannot be read never reaches a router, and the answer of the HTTP layer has no body. Netty loads this as a service
 * when {@link #SWITCH} says so, docs/adr/0041.
 */
public final class MalformedRequestAnswers extends ChannelInitializerExtension {

    /** Set to {@link #LOADED} before the first connection of the process. */
    public static final String SWITCH = EXTENSIONS_SYSTEM_PROPERTY;

    /** Value of {@link #SWITCH} that makes Netty load its services. */
    public static final String LOADED = "serviceload";

    /** How long the head of a request may take from its first byte; longer is {@code request-timeout}. */
    private static final String PATIENCE = "etalage.head-timeout";

    private static final Duration PATIENCE_UNLESS_SET = Duration.ofSeconds(10);

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Duration patience = ConfigProvider.getConfig()
                .getOptionalValue(PATIENCE, Duration.class)
                .orElse(PATIENCE_UNLESS_SET);
        channel.pipeline().addFirst(new WhenHttpIsSpoken(patience));
    }

    /** The HTTP codec joins a connection later than we do, behind TLS much later. */
    private static final class WhenHttpIsSpoken extends ChannelInboundHandlerAdapter {

        private final Duration patience;
        private MalformedRequests requests;

        WhenHttpIsSpoken(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (requests == null) {
                ChannelHandlerContext encoder = context.pipeline().context(HttpResponseEncoder.class);
                if (encoder == null) {
                    context.fireChannelRead(bytes);
                    return;
                }
                requests = new MalformedRequests(patience);
                context.pipeline().addAfter(encoder.name(), null, requests);
            }
            long before = requests.understood();
            context.fireChannelRead(bytes);
            if (requests.understood() == before) {
                requests.awaitTheRest();
            }
        }
    }
}

package nl.etalage.gateway.malformed;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseEncoder;

/**
 * Puts {@link MalformedRequests} into each connection that is accepted. Quarkus offers no place for it: a request that
 * cannot be read never reaches a router, and the answer of the HTTP layer has no body. Netty loads this as a service
 * when {@link #SWITCH} says so, docs/adr/0041.
 */
public final class MalformedRequestAnswers extends ChannelInitializerExtension {

    /** Set to {@link #LOADED} before the first connection of the process. */
    public static final String SWITCH = EXTENSIONS_SYSTEM_PROPERTY;

    /** Value of {@link #SWITCH} that makes Netty load its services. */
    public static final String LOADED = "serviceload";

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new WhenHttpIsSpoken());
    }

    /** The HTTP codec joins a connection later than we do, behind TLS much later; then this has done its work. */
    private static final class WhenHttpIsSpoken extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            ChannelHandlerContext encoder = context.pipeline().context(HttpResponseEncoder.class);
            if (encoder != null) {
                context.pipeline().addAfter(encoder.name(), null, new MalformedRequests());
                context.pipeline().remove(this);
            }
            context.fireChannelRead(bytes);
        }
    }
}

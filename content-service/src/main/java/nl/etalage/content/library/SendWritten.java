package nl.etalage.content.library;

import io.netty.buffer.ByteBuf;
import io.quarkus.vertx.utils.NoBoundChecksBuffer;
import io.vertx.core.buffer.impl.VertxByteBufAllocator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import nl.etalage.content.library.prepared.Written;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext;

/**
 * Writes an answer straight into the memory it is sent from. A page is some 150 kB: as an array it would be copied once
 * more, and those under way at one moment would fill the place the collector keeps for what is young.
 */
@Provider
public class SendWritten implements ServerMessageBodyWriter<Written> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return Written.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Written.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(Written answer, Type genericType, ServerRequestContext context) throws IOException {
        if (context.serverResponse() instanceof VertxResteasyReactiveRequestContext response) {
            response.end(sendable(answer));
        } else {
            context.serverResponse().end(answer.bytes());
        }
    }

    /** Its memory is given back when it is sent; a plain {@code Buffer} would keep it for ever. */
    private static NoBoundChecksBuffer sendable(Written answer) {
        ByteBuf memory = VertxByteBufAllocator.POOLED_ALLOCATOR.directBuffer(answer.length());
        try {
            ByteBuffer to = memory.nioBuffer(0, answer.length());
            answer.write(to);
            // What wasn't written is whatever was there before.
            memory.writerIndex(to.position());
        } catch (RuntimeException | Error failure) {
            memory.release();
            throw failure;
        }
        return new NoBoundChecksBuffer(memory);
    }

    @Override
    public void writeTo(
            Written answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> httpHeaders,
            OutputStream entityStream)
            throws IOException {
        entityStream.write(answer.bytes());
    }
}

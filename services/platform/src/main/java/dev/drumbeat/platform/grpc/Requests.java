package dev.drumbeat.platform.grpc;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.drumbeat.platform.domain.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** What a write asks for, so that a repeat is recognised. */
public final class Requests {
    private Requests() {}

    /**
     * The caller's request; refuses a missing or malformed {@code request_id}.
     *
     * @param message as it was sent, but without secrets: what of it makes two requests equal
     */
    public static Request of(Message message) {
        return Request.of(
                CallerContext.current(),
                (String) message.getField(field(message, "request_id")),
                message.getDescriptorForType().getName() + ":" + hash(message));
    }

    static FieldDescriptor field(Message message, String name) {
        return Objects.requireNonNull(message.getDescriptorForType().findFieldByName(name), name);
    }

    static String hash(Message message) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.getSerializedSize());
            CodedOutputStream output = CodedOutputStream.newInstance(bytes);
            output.useDeterministicSerialization();
            message.writeTo(output);
            output.flush();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

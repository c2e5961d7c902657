package dev.drumbeat.platform.grpc;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a write asks for, so that a repeat is recognised. */
public final class Requests {
    private Requests() {}

    /** The caller's request; refuses a missing or malformed request id. */
    public static Request of(Caller caller, String requestId, Message message) {
        return Request.of(caller, requestId, message.getDescriptorForType().getName() + ":" + hash(message));
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

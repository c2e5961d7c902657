package dev.drumbeat.platform.grpc;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Page tokens are opaque and belong to one question by one caller: taken to another they are refused. They hold a position,
 * never a right; what may be read is decided anew for each page.
 */
public final class PageTokens {
    private static final int TOKEN_MAX_LENGTH = 1_024;

    private final String binding;
    private final int pageSize;
    private final String pageToken;

    private PageTokens(String binding, int pageSize, String pageToken) {
        this.binding = binding;
        this.pageSize = pageSize;
        this.pageToken = pageToken;
    }

    /** For the question that the request asks, whatever its {@code page_size} and {@code page_token} are. */
    public static PageTokens of(Message request) {
        FieldDescriptor size = Requests.field(request, "page_size");
        FieldDescriptor token = Requests.field(request, "page_token");
        Message question =
                request.toBuilder().clearField(size).clearField(token).build();
        return new PageTokens(
                Ids.of(
                        CallerContext.current().subject(),
                        request.getDescriptorForType().getFullName(),
                        Requests.hash(question)),
                (int) request.getField(size),
                (String) request.getField(token));
    }

    /** Which page is wanted: 25 when no size is given, 100 at most. */
    public Page.Wanted wanted() {
        if (pageSize < 0) {
            throw Refusal.invalid("page_size", "page_size.negative", "Ask for 1 to " + Page.MAX_SIZE + " at a time.");
        }
        int size = pageSize == 0 ? Page.DEFAULT_SIZE : Math.min(pageSize, Page.MAX_SIZE);
        return new Page.Wanted(size, pageToken.isEmpty() ? "" : position(pageToken));
    }

    /** The token of a page's successor; empty on the last page. */
    public String next(Page<?> page) {
        return page.next().isEmpty()
                ? ""
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((binding + page.next()).getBytes(StandardCharsets.UTF_8));
    }

    private String position(String token) {
        return Page.position(token, this::read);
    }

    private String read(String token) {
        if (token.length() <= TOKEN_MAX_LENGTH) {
            String content = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (content.startsWith(binding) && content.length() > binding.length()) {
                return content.substring(binding.length());
            }
        }
        throw new IllegalArgumentException("another question's");
    }
}

package dev.drumbeat.gateway.incentives;

import com.google.common.base.CaseFormat;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.platform.domain.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/** Names of agreements, statements and evidence. What can't be one names nothing: it is refused as not found, like a foreign one. */
final class Papers {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,159}");

    private Papers() {}

    /** @param kind such as {@code statements} */
    static String name(String partnership, String kind, String slug) {
        if (!PART.matcher(slug).matches()) {
            throw Refusal.notFound(slug);
        }
        return partnership + "/" + kind + "/" + slug;
    }

    /** The name behind an id. */
    static String named(String type, String id) {
        return GlobalId.decode(type, id).orElseThrow(() -> Refusal.notFound(id));
    }

    /** Mutations for the contract's methods. */
    static List<String> mutations(List<String> methods) {
        return methods.stream().map(Papers::mutation).toList();
    }

    private static String mutation(String method) {
        return switch (method) {
            case "SaveDraft" -> "saveAgreementDraft";
            case "DiscardDraft" -> "discardAgreementDraft";
            default -> CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_CAMEL, method);
        };
    }
}

package dev.drumbeat.gateway.graphql;

import com.google.common.base.CaseFormat;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Violation;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers a service's refusal in the words of the mutation's input. */
public final class Mutations {
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    private Mutations() {}

    public static Payload answer(Supplier<Payload> mutation) {
        return answer(Map.of(), mutation);
    }

    /** @param renames fields of the contract, and what the input calls them; an empty name leaves the level out */
    public static Payload answer(Map<String, String> renames, Supplier<Payload> mutation) {
        try {
            return mutation.get();
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.UNAUTHENTICATED) {
                throw refusal;
            }
            return Payload.refused(refusal.violations().stream()
                    .map(violation -> error(violation, renames))
                    .toList());
        }
    }

    private static UserError error(Violation violation, Map<String, String> renames) {
        return new UserError(code(violation.rule()), field(violation.field(), renames), violation.message());
    }

    /** The schema's form of a rule: {@code revision.stale} is {@code REVISION_STALE}. */
    public static String code(String rule) {
        return rule.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** @return {@code measurements[3].figure.fraction.numerator} as {@code measurements.3.figure.numerator}. */
    public static @Nullable String field(String path, Map<String, String> renames) {
        if (path.isEmpty()) {
            return null;
        }
        StringBuilder translated = new StringBuilder();
        for (String part : INDEX.matcher(path).replaceAll(".$1").split("\\.", -1)) {
            String name = renames.getOrDefault(part, part.equals("fraction") ? "" : part);
            if (!name.isEmpty()) {
                translated
                        .append(translated.isEmpty() ? "" : ".")
                        .append(CaseFormat.LOWER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, name));
            }
        }
        return translated.isEmpty() ? null : translated.toString();
    }
}

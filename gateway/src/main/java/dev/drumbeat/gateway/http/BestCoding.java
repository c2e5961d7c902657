package dev.drumbeat.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Chooses the smallest of the files that a browser takes. Browsers name their codings in an order that says nothing, gzip first,
 * and the framework would follow it.
 */
final class BestCoding extends EncodedResourceResolver {
    private static final List<String> SMALLEST_FIRST = List.of("br", "gzip");
    private static final Pattern REFUSED = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return super.resolveResourceInternal(request == null ? null : new Ordered(request), path, locations, chain);
    }

    /** Those of our codings that are taken; {@code identity} for none. */
    static String ordered(String accepted) {
        List<String> taken = Arrays.stream(accepted.split(",", -1))
                .filter(coding -> !REFUSED.matcher(coding).find())
                .map(coding -> coding.replaceFirst(";.*", "").strip())
                .toList();
        String ours = SMALLEST_FIRST.stream().filter(taken::contains).collect(Collectors.joining(","));
        return ours.isEmpty() ? "identity" : ours;
    }

    private static final class Ordered extends HttpServletRequestWrapper {
        private Ordered(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String value = super.getHeader(name);
            return name.equalsIgnoreCase("Accept-Encoding") ? ordered(Objects.requireNonNullElse(value, "")) : value;
        }
    }
}

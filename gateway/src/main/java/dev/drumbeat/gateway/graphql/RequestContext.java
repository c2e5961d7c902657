package dev.drumbeat.gateway.graphql;

import com.netflix.graphql.dgs.context.DgsCustomContextBuilderWithRequest;
import dev.drumbeat.gateway.asker.Request;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** Hands the request that the filter made to everything that is fetched for it. */
@Component
final class RequestContext implements DgsCustomContextBuilderWithRequest<Request> {
    @Override
    public Request build(
            @Nullable Map<String, ?> extensions, @Nullable HttpHeaders headers, @Nullable WebRequest webRequest) {
        return (Request) Objects.requireNonNull(
                Objects.requireNonNull(webRequest).getAttribute(Request.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }
}

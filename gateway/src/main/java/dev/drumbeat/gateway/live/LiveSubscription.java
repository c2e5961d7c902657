package dev.drumbeat.gateway.live;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsSubscription;
import com.netflix.graphql.dgs.InputArgument;
import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.InputFault;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.gateway.signin.Sessions;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import reactor.core.publisher.Flux;

/** Following scorecards. */
@DgsComponent
final class LiveSubscription implements RuntimeWiringConfigurer {
    private static final int FOLLOWERS_MAX = 5_000;

    private final ChangeWatch watch;
    private final Revisions revisions;
    private final Sessions sessions;

    LiveSubscription(ChangeWatch watch, Revisions revisions, Sessions sessions) {
        this.watch = watch;
        this.revisions = revisions;
        this.sessions = sessions;
    }

    @DgsSubscription
    Publisher<Change> scorecardChanged(
            @InputArgument @Nullable List<String> slugs, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        Person person = request.person();
        if (watch.followerCount() >= FOLLOWERS_MAX) {
            throw new InputFault("Too many pages are open here. Try again later.");
        }
        if (slugs == null) {
            Set<String> all = person.memberships().keySet();
            return follow(request, now -> now.equals(all), all, () -> revisions.ofAll(request));
        }
        Set<String> named = slugs.stream()
                .map(slug -> "partnerships/" + slug)
                .filter(name -> person.membership(name).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        return named.isEmpty()
                ? Flux.empty()
                : follow(request, now -> now.containsAll(named), named, () -> revisions.of(request, named));
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        TypeFields.of("ScorecardChange", Change.class)
                .field("slug", change -> Wire.slug(change.partnership()))
                .field("source", change -> change.source().name())
                .field("revision", change -> Long.toString(change.revision()))
                .field("changedAt", Change::changedAt)
                .addTo(wiring);
    }

    private Flux<Change> follow(
            Request request,
            java.util.function.Predicate<Set<String>> enough,
            Set<String> followed,
            Supplier<Optional<List<Change>>> reading) {
        String secret = Objects.requireNonNull(request.sessionSecret());
        return Flux.create(page -> {
            Follower follower =
                    new Follower(page, () -> memberships(secret).filter(enough).map(now -> followed), reading);
            watch.add(follower);
            page.onDispose(() -> watch.remove(follower));
            Thread.ofVirtual().name("follower").start(follower);
        });
    }

    /** What the session's person is on now; empty when the session is over. */
    private Optional<Set<String>> memberships(String secret) {
        try {
            return sessions.watching(secret) instanceof Person person
                    ? Optional.of(person.memberships().keySet())
                    : Optional.empty();
        } catch (ServiceFault fault) {
            return Optional.empty();
        }
    }
}

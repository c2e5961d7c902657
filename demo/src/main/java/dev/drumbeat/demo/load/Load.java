package dev.drumbeat.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.demo.api.Api;
import dev.drumbeat.demo.api.ApiException;
import dev.drumbeat.demo.api.ApiSession;
import dev.drumbeat.demo.plan.CompanyPlan;
import dev.drumbeat.demo.plan.DemoPlan;
import dev.drumbeat.demo.plan.PartnershipPlan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * One load. It may end anywhere and be started again: every change names itself the same way each time, so what was done is not
 * done twice. The demo's administrator is added last; that this person exists says that the load is complete.
 */
public final class Load {
    /** Enough to keep two cores busy without crowding out people who use the page meanwhile. */
    private static final int AT_ONCE = 4;

    private final Api api;
    private final ApiSession administrator;
    private final String password;

    /** @param password of every person that is added */
    public Load(Api api, ApiSession administrator, String password) {
        this.api = api;
        this.administrator = administrator;
        this.password = password;
    }

    /**
     * What an earlier load left.
     *
     * @param people slugs of the owner's people
     * @param notices what the partnerships say about their data, by slug
     */
    public record Found(Set<String> people, Map<String, String> notices) {}

    public Found look(String ownerSlug) {
        JsonNode data = administrator.query(Documents.WHAT_IS_THERE, Map.of("company", ownerSlug));
        if (!data.path("viewer").path("administrator").asBoolean()) {
            throw new ApiException("The demo is set up by an administrator, and this account is none.");
        }
        Set<String> people = new HashSet<>();
        data.path("people")
                .path("nodes")
                .forEach(person -> people.add(person.path("slug").asText()));
        Map<String, String> notices = new HashMap<>();
        data.path("partnerships")
                .path("nodes")
                .forEach(one -> notices.put(
                        one.path("slug").asText(), one.path("dataNotice").asText("")));
        return new Found(people, notices);
    }

    /**
     * @param until figures of periods that end by this day are entered; later ones when their day comes
     * @param progress is told each partnership that is done
     */
    public void begin(DemoPlan plan, Sessions sessions, LocalDate until, Consumer<PartnershipPlan> progress) {
        var setUp = new SetUp(administrator, password);
        CompanyPlan owner = plan.cast().owner();
        setUp.company(owner);
        atOnce(plan.partnerships(), partnership -> {
            setUp.company(partnership.partner());
            setUp.partnership(partnership, owner);
        });
        atOnce(plan.partnerships(), partnership -> {
            var load = new PartnershipLoad(partnership, owner, sessions);
            load.define();
            load.enter(partnership.figuresKnownBetween(LocalDate.MIN, until));
            progress.accept(partnership);
        });
    }

    /** Enters the figures of the periods that ended after one day and by another. */
    public static void goOn(DemoPlan plan, Sessions sessions, LocalDate after, LocalDate until) {
        atOnce(
                plan.partnerships(),
                partnership -> new PartnershipLoad(partnership, plan.cast().owner(), sessions)
                        .enter(partnership.figuresKnownBetween(after, until)));
    }

    /** What people said and proposed at the end; the administrator who comes last says that the load is complete. */
    public static void finish(DemoPlan plan, Sessions sessions, ApiSession administrator, String password) {
        CompanyPlan owner = plan.cast().owner();
        atOnce(plan.partnerships(), partnership -> new PartnershipLoad(partnership, owner, sessions).happen());
        new SetUp(administrator, password).administrator(owner, plan.cast().administrator());
    }

    /** The same work for each, some at a time. */
    public static <T> void atOnce(List<T> partnerships, Consumer<T> work) {
        try (var workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<? extends Future<?>> all = partnerships.stream()
                    .map(partnership -> workers.submit(() -> work.accept(partnership)))
                    .toList();
            try {
                for (Future<?> one : all) {
                    one.get();
                }
            } catch (ExecutionException failed) {
                workers.shutdownNow();
                throw failed.getCause() instanceof ApiException refused
                        ? refused
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException interrupted) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
                throw new ApiException("Interrupted while loading", interrupted);
            }
        }
    }
}

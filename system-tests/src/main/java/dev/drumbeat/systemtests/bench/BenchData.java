package dev.drumbeat.systemtests.bench;

import dev.drumbeat.launcher.House;
import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.kpis.v1.Aggregation;
import dev.drumbeat.proto.kpis.v1.CreateKpiRequest;
import dev.drumbeat.proto.kpis.v1.DecideTargetRequest;
import dev.drumbeat.proto.kpis.v1.Decision;
import dev.drumbeat.proto.kpis.v1.Direction;
import dev.drumbeat.proto.kpis.v1.Figure;
import dev.drumbeat.proto.kpis.v1.Frequency;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.MeasureType;
import dev.drumbeat.proto.kpis.v1.NewMeasurement;
import dev.drumbeat.proto.kpis.v1.ProposeTargetRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.RuleSet;
import dev.drumbeat.proto.kpis.v1.TargetBounds;
import dev.drumbeat.proto.kpis.v1.Unit;
import dev.drumbeat.proto.partners.v1.CreateCompanyRequest;
import dev.drumbeat.proto.partners.v1.CreatePartnershipRequest;
import dev.drumbeat.proto.partners.v1.CreatePersonRequest;
import dev.drumbeat.proto.partners.v1.GrantMembershipRequest;
import dev.drumbeat.systemtests.api.Services;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Setup;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Generated partnerships, recorded by the services' own calls, in batches of one KPI: each figure goes the way that a person's
 * does, and is judged and stored the same.
 *
 * @param set begins the names of everything in it, so that several sets can live in one house
 * @param weeks of figures that each KPI has, up to last week
 */
record BenchData(House house, String set, int partnerships, int weeks) {
    static final int KPIS = 6;
    private static final int AT_ONCE = 12;
    private static final Duration MEMBERSHIP_LIMIT = Duration.ofSeconds(10);
    private static final Duration MEMBERSHIP_PAUSE = Duration.ofMillis(200);

    String slug(int number) {
        return set + "-" + number;
    }

    /** The slug of somebody who is on every partnership of the set. */
    String leader() {
        return set + "-leader";
    }

    private String ops() {
        return set + "-ops";
    }

    private String partnerLeader() {
        return set + "-partner-leader";
    }

    private String owner() {
        return set + "-owner";
    }

    private String partner() {
        return set + "-partner";
    }

    long figures() {
        return (long) partnerships * KPIS * weeks;
    }

    void load() {
        try (Services administrator = Services.as(house, "people/administrator")) {
            company(administrator, owner());
            company(administrator, partner());
            person(administrator, leader(), owner());
            person(administrator, ops(), owner());
            person(administrator, partnerLeader(), partner());
            forEach("partnerships", number -> partnership(administrator, slug(number)));
        }
        try (Services ops = Services.as(house, "people/" + ops());
                Services partner = Services.as(house, "people/" + partnerLeader())) {
            awaitMembership(ops);
            awaitMembership(partner);
            forEach("scorecards", number -> scorecard(ops, partner, number));
        }
    }

    /** A new membership is known everywhere within two seconds; the last one given is the last one known. */
    private void awaitMembership(Services person) {
        GetScorecardRequest last = GetScorecardRequest.newBuilder()
                .setPartnership("partnerships/" + slug(partnerships - 1))
                .build();
        long deadline = System.nanoTime() + MEMBERSHIP_LIMIT.toNanos();
        while (true) {
            try {
                person.kpis().getScorecard(last);
                return;
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() != Status.Code.NOT_FOUND || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(MEMBERSHIP_PAUSE.toNanos());
            }
        }
    }

    /** Several at once; the first that fails ends it. */
    private void forEach(String what, IntConsumer work) {
        AtomicInteger done = new AtomicInteger();
        long begin = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<? extends Future<?>> all = IntStream.range(0, partnerships)
                    .mapToObj(number -> threads.submit(() -> {
                        work.accept(number);
                        int count = done.incrementAndGet();
                        if (count % 100 == 0) {
                            System.out.printf(
                                    Locale.ROOT,
                                    "  %s: %d of %d after %.0f s%n",
                                    what,
                                    count,
                                    partnerships,
                                    (System.nanoTime() - begin) / 1e9);
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the generated data could not be loaded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void company(Services administrator, String slug) {
        administrator
                .partners()
                .createCompany(CreateCompanyRequest.newBuilder()
                        .setCompanyId(slug)
                        .setDisplayName(slug)
                        .setTimeZone("UTC")
                        .setRequestId(requestId(slug))
                        .build());
    }

    private static void person(Services administrator, String slug, String company) {
        administrator
                .partners()
                .createPerson(CreatePersonRequest.newBuilder()
                        .setPersonId(slug)
                        .setDisplayName(slug)
                        .setEmail(Setup.email(slug))
                        .setCompany("companies/" + company)
                        .setPassword(Partnership.PASSWORD)
                        .setRequestId(requestId(slug))
                        .build());
    }

    private void partnership(Services administrator, String slug) {
        administrator
                .partners()
                .createPartnership(CreatePartnershipRequest.newBuilder()
                        .setPartnershipId(slug)
                        .setDisplayName("Partnership " + slug)
                        .setOwner("companies/" + owner())
                        .setPartner("companies/" + partner())
                        .setTimeZone("UTC")
                        .setCurrency("EUR")
                        .setRequestId(requestId(slug))
                        .build());
        member(administrator, slug, leader(), Role.ROLE_LEADER);
        member(administrator, slug, ops(), Role.ROLE_OPS);
        member(administrator, slug, partnerLeader(), Role.ROLE_LEADER);
    }

    private void scorecard(Services ops, Services partner, int number) {
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(number);
        for (int kpi = 0; kpi < KPIS; kpi++) {
            kpi(ops, partner, "partnerships/" + slug(number), kpi, random);
        }
    }

    private static void member(Services administrator, String partnership, String person, Role role) {
        administrator
                .partners()
                .grantMembership(GrantMembershipRequest.newBuilder()
                        .setPartnership("partnerships/" + partnership)
                        .setPerson("people/" + person)
                        .setRole(role)
                        .setRequestId(requestId(partnership + "-" + person))
                        .build());
    }

    private void kpi(Services ops, Services partner, String partnership, int number, RandomGenerator random) {
        String id = "kpi-" + number;
        String name = partnership + "/kpis/" + id;
        ops.kpis()
                .createKpi(CreateKpiRequest.newBuilder()
                        .setPartnership(partnership)
                        .setKpiId(id)
                        .setRequestId(requestId(name))
                        .setKpi(Kpi.newBuilder()
                                .setDisplayName("Figure " + number)
                                .setUnit(Unit.UNIT_PERCENT)
                                .setDecimals(1)
                                .setRole(number == 0 ? KpiRole.KPI_ROLE_GOAL : KpiRole.KPI_ROLE_DRIVER)
                                .setMeasureType(MeasureType.MEASURE_TYPE_OUTPUT)
                                .setDirection(Direction.DIRECTION_HIGHER_IS_BETTER)
                                .setFrequency(Frequency.FREQUENCY_WEEKLY)
                                .setAggregation(Aggregation.AGGREGATION_MEAN)
                                .setGraceDays(14)
                                .setRedAfter(1)
                                .setClearAfter(2)
                                .setRuleSet(RuleSet.RULE_SET_NHS)
                                .setPosition(number))
                        .build());
        String target = ops.kpis()
                .proposeTarget(ProposeTargetRequest.newBuilder()
                        .setKpi(name)
                        .setFromPeriod(week(weeks))
                        .setBounds(TargetBounds.newBuilder().setValue("92").setRedLimit("88"))
                        .setReason("generated")
                        .setRequestId(requestId(name + "-target"))
                        .build())
                .getName();
        partner.kpis()
                .decideTarget(DecideTargetRequest.newBuilder()
                        .setName(target)
                        .setDecision(Decision.DECISION_ACCEPT)
                        .setRequestId(requestId(name + "-accept"))
                        .build());
        RecordMeasurementsRequest.Builder figures = RecordMeasurementsRequest.newBuilder()
                .setPartnership(partnership)
                .setRequestId(requestId(name + "-figures"));
        for (int ago = weeks; ago >= 1; ago--) {
            String value = String.format(Locale.ROOT, "%.1f", 93 + random.nextGaussian() * 2);
            figures.addMeasurements(NewMeasurement.newBuilder()
                    .setKpi(name)
                    .setPeriod(week(ago))
                    .setFigure(Figure.newBuilder().setValue(value)));
        }
        ops.kpis().recordMeasurements(figures.build());
    }

    private static String requestId(String of) {
        return "bench:" + of.replace('/', ':');
    }

    private static String week(int weeksAgo) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusWeeks(weeksAgo);
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}

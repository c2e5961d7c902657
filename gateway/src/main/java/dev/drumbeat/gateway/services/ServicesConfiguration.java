package dev.drumbeat.gateway.services;

import dev.drumbeat.platform.clock.MovableClock;
import dev.drumbeat.platform.directory.RemoteDirectory;
import dev.drumbeat.platform.grpc.CallPolicy;
import dev.drumbeat.platform.grpc.Channels;
import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.platform.identity.SigningKey;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceFutureStub;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceFutureStub;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.grpc.ManagedChannel;
import io.grpc.stub.AbstractFutureStub;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One connection and one guard per service. */
@Configuration(proxyBeanMethods = false)
class ServicesConfiguration {
    @Bean
    Clock clock(@Value("${drumbeat.clock-file:}") String file) {
        return MovableClock.over(Clock.systemUTC(), file);
    }

    @Bean
    IdentityMinter identityMinter(ServiceSettings settings, Clock clock) {
        return new IdentityMinter(SigningKey.read(Path.of(settings.signingKey())), clock);
    }

    @Bean(destroyMethod = "shutdownNow")
    ManagedChannel partnersChannel(ServiceSettings settings, IdentityMinter minter) {
        return Channels.open(settings.partnersAddress(), RemoteDirectory.policy(), new SubjectIdentity(minter));
    }

    @Bean(destroyMethod = "shutdownNow")
    ManagedChannel kpisChannel(ServiceSettings settings, IdentityMinter minter) {
        CallPolicy policy = CallPolicy.of(KpisServiceGrpc.SERVICE_NAME)
                .reads(
                        "GetScorecard",
                        "BatchGetScorecards",
                        "ListPortfolio",
                        "GetKpiDetail",
                        "ListMeasurements",
                        "ListRedEpisodes",
                        "ListAuditEvents")
                .streams("WatchScorecards", "ImportMeasurements");
        return Channels.open(settings.kpisAddress(), policy, new SubjectIdentity(minter));
    }

    @Bean
    ServiceClient<PartnersServiceFutureStub> partners(
            ManagedChannel partnersChannel,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters) {
        return client(
                Service.PARTNERS, PartnersServiceGrpc.newFutureStub(partnersChannel), bulkheads, breakers, limiters);
    }

    @Bean
    ServiceClient<KpisServiceFutureStub> kpis(
            ManagedChannel kpisChannel,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters) {
        return client(Service.KPIS, KpisServiceGrpc.newFutureStub(kpisChannel), bulkheads, breakers, limiters);
    }

    @Bean(destroyMethod = "shutdownNow")
    ManagedChannel actionsChannel(ServiceSettings settings, IdentityMinter minter) {
        CallPolicy policy = CallPolicy.of(ActionsServiceGrpc.SERVICE_NAME)
                .reads(
                        "ListActions",
                        "GetAction",
                        "ListMyActions",
                        "BatchGetActionCounts",
                        "GetRaci",
                        "ListRaciVersions",
                        "ListAuditEvents")
                .streams("WatchActions");
        return Channels.open(settings.actionsAddress(), policy, new SubjectIdentity(minter));
    }

    @Bean
    ServiceClient<ActionsServiceFutureStub> actions(
            ManagedChannel actionsChannel,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters) {
        return client(Service.ACTIONS, ActionsServiceGrpc.newFutureStub(actionsChannel), bulkheads, breakers, limiters);
    }

    @Bean(destroyMethod = "shutdownNow")
    ManagedChannel cadenceChannel(ServiceSettings settings, IdentityMinter minter) {
        CallPolicy policy = CallPolicy.of(CadenceServiceGrpc.SERVICE_NAME)
                .reads(
                        "ListSeries",
                        "PreviewSchedule",
                        "ListMeetings",
                        "GetMeeting",
                        "BatchGetCadence",
                        "ListMyWeek",
                        "ListCommitments",
                        "GetMinutes",
                        "ExportMinutes",
                        "ListCalendarFeeds",
                        "ReadCalendarFeed",
                        "ListMail",
                        "ListAuditEvents")
                .streams("WatchCadence");
        return Channels.open(settings.cadenceAddress(), policy, new SubjectIdentity(minter));
    }

    @Bean
    ServiceClient<CadenceServiceFutureStub> cadence(
            ManagedChannel cadenceChannel,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters) {
        return client(Service.CADENCE, CadenceServiceGrpc.newFutureStub(cadenceChannel), bulkheads, breakers, limiters);
    }

    @Bean(destroyMethod = "shutdownNow")
    ManagedChannel incentivesChannel(ServiceSettings settings, IdentityMinter minter) {
        CallPolicy policy = CallPolicy.of(IncentivesServiceGrpc.SERVICE_NAME)
                .reads(
                        "ListAgreements",
                        "GetAgreement",
                        "PreviewPayCurve",
                        "GetPayPanel",
                        "BatchGetProjections",
                        "WhatIf",
                        "ListForecasts",
                        "ListStatements",
                        "GetStatement",
                        "VerifyStatements",
                        "ListDisclosures",
                        "ListEvidence",
                        "ListAuditEvents")
                .streams("WatchIncentives");
        return Channels.open(settings.incentivesAddress(), policy, new SubjectIdentity(minter));
    }

    @Bean
    ServiceClient<IncentivesServiceFutureStub> incentives(
            ManagedChannel incentivesChannel,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters) {
        return client(
                Service.INCENTIVES,
                IncentivesServiceGrpc.newFutureStub(incentivesChannel),
                bulkheads,
                breakers,
                limiters);
    }

    private static <S extends AbstractFutureStub<S>> ServiceClient<S> client(
            Service service,
            S stub,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters) {
        return new ServiceClient<>(
                service,
                stub,
                bulkheads.bulkhead(service.word()),
                breakers.circuitBreaker(service.word()),
                limiters.timeLimiter(service.word()));
    }
}

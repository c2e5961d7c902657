package dev.drumbeat.gateway.partnerships;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import dev.drumbeat.gateway.asker.Asker;
import dev.drumbeat.gateway.asker.Asker.Nobody;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.graphql.SelectedReads;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.trail.AuditTrails;
import dev.drumbeat.gateway.trail.AuditTrails.Source;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.IngestionToken;
import dev.drumbeat.proto.partners.v1.ListCompaniesRequest;
import dev.drumbeat.proto.partners.v1.ListIngestionTokensRequest;
import dev.drumbeat.proto.partners.v1.ListMembersRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.ListPeopleRequest;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.Person;
import graphql.execution.DataFetcherResult;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Reading companies, people, partnerships, tokens and trails. */
@DgsComponent
final class PartnershipQueries {
    private final ServiceClient<PartnersServiceFutureStub> partners;
    private final PartnershipDirectory directory;
    private final AuditTrails trails;
    private final List<SelectedReads> selectedReads;

    PartnershipQueries(
            ServiceClient<PartnersServiceFutureStub> partners,
            PartnershipDirectory directory,
            AuditTrails trails,
            List<SelectedReads> selectedReads) {
        this.partners = partners;
        this.directory = directory;
        this.trails = trails;
        this.selectedReads = selectedReads;
    }

    @DgsQuery
    @Nullable
    Asker viewer(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        return request.asker() instanceof Nobody ? null : request.person();
    }

    /** Asks partners, and at the same time whatever else the document wants of the partnership. */
    @DgsQuery
    CompletableFuture<@Nullable DataFetcherResult<Partnership>> partnership(
            @InputArgument String slug, DgsDataFetchingEnvironment environment) {
        Reads.request(environment).person();
        String name;
        try {
            name = Names.partnership(slug);
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(null);
        }
        SelectedReads.startAll(selectedReads, name, environment);
        return load(name, environment)
                .thenApply(outcome -> outcome.orFault()
                        .map(known -> Reads.result(environment, known, known.value()))
                        .orElse(null));
    }

    @DgsQuery
    PageOf<Partnership> partnerships(@InputArgument @Nullable String search, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        ListPartnershipsRequest question = ListPartnershipsRequest.newBuilder()
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .setSearch(Objects.requireNonNullElse(search, ""))
                .build();
        Asker.Person person = request.person();
        var page = partners.call(request, stub -> stub.listPartnerships(question));
        page.getPartnershipsList().forEach(partnership -> directory.remember(person, partnership));
        return new PageOf<>(page.getPartnershipsList(), page.getNextPageToken());
    }

    @DgsQuery
    PageOf<Company> companies(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        ListCompaniesRequest question = ListCompaniesRequest.newBuilder()
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        var page = Reads.orNull(() -> partners.call(request, stub -> stub.listCompanies(question)));
        return page == null ? PageOf.empty() : new PageOf<>(page.getCompaniesList(), page.getNextPageToken());
    }

    @DgsQuery
    PageOf<Person> people(@InputArgument @Nullable String company, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        ListPeopleRequest.Builder question = ListPeopleRequest.newBuilder()
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment));
        var page = Reads.orNull(() -> {
            if (company != null) {
                question.setCompany(Names.company(company));
            }
            return partners.call(request, stub -> stub.listPeople(question.build()));
        });
        return page == null ? PageOf.empty() : new PageOf<>(page.getPeopleList(), page.getNextPageToken());
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    List<Membership> members(DgsDataFetchingEnvironment environment) {
        ListMembersRequest question = ListMembersRequest.newBuilder()
                .setPartnership(name(environment))
                .build();
        Request request = Reads.request(environment);
        return Reads.orNull(
                () -> partners.call(request, stub -> stub.listMembers(question)).getMembersList());
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    PageOf<IngestionToken> ingestionTokens(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        ListIngestionTokensRequest question = ListIngestionTokensRequest.newBuilder()
                .setPartnership(name(environment))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        var page = Reads.orNull(() -> partners.call(request, stub -> stub.listIngestionTokens(question)));
        return page == null ? null : new PageOf<>(page.getIngestionTokensList(), page.getNextPageToken());
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    PageOf<AuditEvent> auditTrail(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        Input arguments = Input.arguments(environment);
        ListAuditEventsRequest.Builder question = ListAuditEventsRequest.newBuilder()
                .setPartnership(name(environment))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .setAction(arguments.text("kind"));
        if (arguments.has("action")) {
            question.setSubject(GlobalId.decode("CorrectiveAction", arguments.text("action"))
                    .orElse("none"));
        }
        if (environment.getArgument("from") instanceof Instant from) {
            question.setFrom(Wire.timestamp(from));
        }
        if (environment.getArgument("until") instanceof Instant until) {
            question.setUntil(Wire.timestamp(until));
        }
        ListAuditEventsResponse page = Reads.orNull(() -> {
            if (arguments.has("person")) {
                question.setActor(Names.person(arguments.text("person")));
            }
            return trails.list(request, Source.valueOf(arguments.text("source")), question.build());
        });
        return page == null ? null : new PageOf<>(page.getAuditEventsList(), page.getNextPageToken());
    }

    private static CompletableFuture<Outcome<Partnership>> load(String name, DgsDataFetchingEnvironment environment) {
        DataLoader<String, Outcome<Partnership>> loader =
                Objects.requireNonNull(environment.getDataLoader(PartnershipLoader.NAME));
        return loader.load(name);
    }

    private static String name(DgsDataFetchingEnvironment environment) {
        return environment.<Partnership>getSourceOrThrow().getName();
    }
}

package dev.drumbeat.gateway.partnerships;

import dev.drumbeat.gateway.asker.Asker;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.common.v1.Actor;
import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.partners.v1.Caller;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.IngestionToken;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.Person;
import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How companies, people, partnerships and tokens are read. */
@Component
final class PartnershipFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addPeople(wiring);
        addPartnerships(wiring);
        addTrail(wiring);
        for (String type : new String[] {
            "PartnershipConnection",
            "CompanyConnection",
            "PersonConnection",
            "IngestionTokenConnection",
            "AuditConnection"
        }) {
            TypeFields.of(type, PageOf.class)
                    .field("nodes", PageOf::nodes)
                    .field("pageInfo", PageOf::pageInfo)
                    .addTo(wiring);
        }
        TypeFields.payload("ChangePasswordPayload").addTo(wiring);
        TypeFields.payload("CreateCompanyPayload", "company").addTo(wiring);
        TypeFields.payload("CreatePersonPayload", "person").addTo(wiring);
        TypeFields.payload("DeactivatePersonPayload", "person").addTo(wiring);
        TypeFields.payload("CreatePartnershipPayload", "partnership").addTo(wiring);
        TypeFields.payload("GrantMembershipPayload", "member").addTo(wiring);
        TypeFields.payload("RevokeMembershipPayload").addTo(wiring);
        TypeFields.payload("CreateIngestionTokenPayload", "token", "secret").addTo(wiring);
        TypeFields.payload("RevokeIngestionTokenPayload", "token").addTo(wiring);
    }

    private static void addPeople(RuntimeWiring.Builder wiring) {
        TypeFields.of("Viewer", Asker.Person.class)
                .field("person", viewer -> person(viewer.caller()))
                .field("administrator", viewer -> viewer.caller().getAdministrator())
                .field("partnershipCount", viewer -> viewer.memberships().size())
                .addTo(wiring);
        TypeFields.of("Company", Company.class)
                .field("id", company -> GlobalId.encode("Company", company.getName()))
                .field("slug", company -> Wire.slug(company.getName()))
                .field("displayName", Company::getDisplayName)
                .field("timeZone", Company::getTimeZone)
                .addTo(wiring);
        TypeFields.of("Person", Person.class)
                .field("id", person -> GlobalId.encode("Person", person.getName()))
                .field("slug", person -> Wire.slug(person.getName()))
                .field("displayName", Person::getDisplayName)
                .field("email", person -> Wire.text(person.getEmail()))
                .field("companySlug", person -> Wire.slug(person.getCompany()))
                .field(
                        "deactivatedAt",
                        person -> person.hasDeactivatedAt() ? Wire.moment(person.getDeactivatedAt()) : null)
                .addTo(wiring);
        TypeFields.of("Member", Membership.class)
                .field("person", Membership::getPerson)
                .field("side", member -> Wire.name(member.getSide()))
                .field("role", member -> Wire.name(member.getRole()))
                .field("since", member -> Wire.moment(member.getSince()))
                .addTo(wiring);
    }

    private static void addPartnerships(RuntimeWiring.Builder wiring) {
        TypeFields.of("Partnership", Partnership.class)
                .field("id", partnership -> GlobalId.encode("Partnership", partnership.getName()))
                .field("slug", partnership -> Wire.slug(partnership.getName()))
                .field("displayName", Partnership::getDisplayName)
                .field("owner", Partnership::getOwner)
                .field("partner", Partnership::getPartner)
                .field("timeZone", Partnership::getTimeZone)
                .field("currency", Partnership::getCurrency)
                .field("dataNotice", partnership -> Wire.text(partnership.getDataNotice()))
                .field("viewerSide", partnership -> Wire.name(partnership.getCallerSide()))
                .field("viewerRole", partnership -> Wire.name(partnership.getCallerRole()))
                .field(
                        "viewerMay",
                        partnership -> partnership.getCallerActivitiesList().stream()
                                .map(Wire::name)
                                .filter(activity -> activity != null)
                                .toList())
                .addTo(wiring);
        TypeFields.of("IngestionToken", IngestionToken.class)
                .field("id", token -> GlobalId.encode("IngestionToken", token.getName()))
                .field("displayName", IngestionToken::getDisplayName)
                .field("side", token -> Wire.name(token.getSide()))
                .field("kpiSlugs", token -> Wire.slugs(token.getRecordableKpisList()))
                .field("createdAt", token -> Wire.moment(token.getCreatedAt()))
                .field("expiresAt", token -> Wire.moment(token.getExpiresAt()))
                .field("revokedAt", token -> token.hasRevokedAt() ? Wire.moment(token.getRevokedAt()) : null)
                .field("lastUsedAt", token -> token.hasLastUsedAt() ? Wire.moment(token.getLastUsedAt()) : null)
                .addTo(wiring);
    }

    private static void addTrail(RuntimeWiring.Builder wiring) {
        TypeFields.of("AuditEvent", AuditEvent.class)
                .field("id", event -> GlobalId.encode("AuditEvent", event.getName()))
                .field("occurredAt", event -> Wire.moment(event.getOccurredAt()))
                .field("actor", AuditEvent::getActor)
                .field("action", AuditEvent::getAction)
                .field("subject", AuditEvent::getSubject)
                .field("before", event -> Wire.text(event.getBeforeJson()))
                .field("after", event -> Wire.text(event.getAfterJson()))
                .field("reason", event -> Wire.text(event.getReason()))
                .addTo(wiring);
        TypeFields.of("Actor", Actor.class)
                .field("displayName", Actor::getDisplayName)
                .field("side", actor -> Wire.name(actor.getSide()))
                .field("companySlug", actor -> Wire.slug(actor.getCompany()))
                .addTo(wiring);
    }

    private static Person person(Caller caller) {
        return Person.newBuilder()
                .setName(caller.getSubject())
                .setDisplayName(caller.getDisplayName())
                .setEmail(caller.getEmail())
                .setCompany(caller.getCompany())
                .setAdministrator(caller.getAdministrator())
                .build();
    }
}

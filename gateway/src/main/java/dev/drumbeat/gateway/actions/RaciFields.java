package dev.drumbeat.gateway.actions;

import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.proto.actions.v1.Raci;
import dev.drumbeat.proto.actions.v1.RaciActivity;
import dev.drumbeat.proto.actions.v1.RaciAssignment;
import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How the RACI is read. */
@Component
final class RaciFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        TypeFields.of("RaciInForce", Known.class)
                .field("raci", Known::value)
                .field("live", Known::live)
                .field("knownAt", Known::at)
                .addTo(wiring);
        TypeFields.of("RaciVersionConnection", PageOf.class)
                .field("nodes", PageOf::nodes)
                .field("pageInfo", PageOf::pageInfo)
                .addTo(wiring);
        TypeFields.of("Raci", Raci.class)
                .field("version", Raci::getVersion)
                .field("activities", Raci::getActivitiesList)
                .field("reviewDate", raci -> Wire.text(raci.getReviewDate()))
                .field("publishedBy", raci -> raci.hasPublishedBy() ? raci.getPublishedBy() : null)
                .field("publishedAt", raci -> raci.hasPublishedAt() ? Wire.moment(raci.getPublishedAt()) : null)
                .field("vacancies", Raci::getVacanciesList)
                .addTo(wiring);
        TypeFields.of("RaciActivity", RaciActivity.class)
                .field("slug", RaciActivity::getActivityId)
                .field("displayName", RaciActivity::getDisplayName)
                .field("assignments", RaciActivity::getAssignmentsList)
                .addTo(wiring);
        TypeFields.of("RaciAssignment", RaciAssignment.class)
                .field("person", RaciAssignment::getPerson)
                .field("letter", assignment -> Wire.name(assignment.getLetter()))
                .addTo(wiring);
        TypeFields.payload("PublishRaciPayload", "raci").addTo(wiring);
    }
}

package dev.drumbeat.gateway.account;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.partners.v1.Session;
import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How a person's sessions are read. */
@Component
final class AccountFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        TypeFields.of("Session", Session.class)
                .field("id", session -> GlobalId.encode("Session", session.getName()))
                .field("openedAt", session -> Wire.moment(session.getOpenedAt()))
                .field("lastSeenAt", session -> Wire.moment(session.getLastSeenAt()))
                .field("expiresAt", session -> Wire.moment(session.getExpiresAt()))
                .field("browser", session -> Wire.text(session.getBrowser()))
                .field("address", session -> Wire.text(session.getAddress()))
                .field("current", Session::getCurrent)
                .addTo(wiring);
        TypeFields.payload("EndSessionPayload").addTo(wiring);
        TypeFields.payload("EndOtherSessionsPayload").addTo(wiring);
    }
}

package dev.drumbeat.gateway.invitations;

import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.partners.v1.PasswordLinkDelivery;
import dev.drumbeat.proto.partners.v1.Person;
import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How invitations are read. */
@Component
final class InvitationFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        TypeFields.of("Person", Person.class)
                .field("administrator", Person::getAdministrator)
                .field(
                        "invitedUntil",
                        person -> person.hasInvitedUntil() ? Wire.moment(person.getInvitedUntil()) : null)
                .addTo(wiring);
        TypeFields.of("PasswordLinkDelivery", PasswordLinkDelivery.class)
                .field("mailed", PasswordLinkDelivery::getMailed)
                .field("path", delivery -> Wire.text(delivery.getPath()))
                .field("expiresAt", delivery -> Wire.moment(delivery.getExpiresAt()))
                .addTo(wiring);
        TypeFields.payload("InvitePersonPayload", "person", "delivery").addTo(wiring);
        TypeFields.payload("RenewPasswordLinkPayload", "person", "delivery").addTo(wiring);
    }
}

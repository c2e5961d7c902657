package dev.drumbeat.partners.process;

import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.CreateCompanyRequest;
import dev.drumbeat.proto.partners.v1.CreatePartnershipRequest;
import dev.drumbeat.proto.partners.v1.CreatePersonRequest;
import dev.drumbeat.proto.partners.v1.GrantMembershipRequest;
import dev.drumbeat.proto.partners.v1.OpenSessionRequest;
import dev.drumbeat.proto.partners.v1.OpenSessionResponse;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceBlockingStub;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.Person;
import dev.drumbeat.testkit.Identities;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.ProcessUnderTest;
import dev.drumbeat.testkit.StoreUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The partners process on a store of its own, with one administrator; and short words to furnish it. */
final class House implements AutoCloseable {
    static final String ADMINISTRATOR = "people/administrator";
    static final String ADMINISTRATOR_EMAIL = "root@example.com";
    static final String PASSWORD = "correct horse battery";

    final MutableClock clock = MutableClock.pinned();
    final StoreUnderTest store = StoreUnderTest.open();
    final Identities identities;
    private final Map<String, Object> own;
    private final Path keys;
    private ProcessUnderTest process;

    House() {
        this(Map.of());
    }

    /** With some settings of its own. */
    House(Map<String, Object> own) {
        this.own = own;
        try {
            keys = Files.createTempDirectory("drumbeat-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        identities = Identities.inFiles(keys, clock);
        process = start();
    }

    private ProcessUnderTest start() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("drumbeat.admin.email", ADMINISTRATOR_EMAIL);
        settings.put("drumbeat.admin.password", PASSWORD);
        settings.putAll(own);
        return ProcessUnderTest.start("partners", keys, identities, store, clock, settings);
    }

    /** Ends the process and starts it again on the same store. */
    void restart() {
        process.close();
        process = start();
    }

    ProcessUnderTest process() {
        return process;
    }

    PartnersServiceBlockingStub as(String subject) {
        return PartnersServiceGrpc.newBlockingStub(process.as(subject));
    }

    PartnersServiceBlockingStub gateway() {
        return as("services/gateway");
    }

    PartnersServiceBlockingStub administrator() {
        return as(ADMINISTRATOR);
    }

    Company company(String name) {
        return administrator()
                .createCompany(CreateCompanyRequest.newBuilder()
                        .setDisplayName(name)
                        .setTimeZone("Europe/Berlin")
                        .setRequestId(request())
                        .build());
    }

    /** {@code people/{id}} with {@code {id}@example.com} and {@link #PASSWORD}. */
    Person person(String id, Company company) {
        return administrator()
                .createPerson(CreatePersonRequest.newBuilder()
                        .setPersonId(id)
                        .setDisplayName("Person " + id)
                        .setEmail(id + "@example.com")
                        .setCompany(company.getName())
                        .setPassword(PASSWORD)
                        .setRequestId(request())
                        .build());
    }

    Partnership partnership(String id, Company owner, Company partner) {
        return administrator()
                .createPartnership(CreatePartnershipRequest.newBuilder()
                        .setPartnershipId(id)
                        .setDisplayName("Partnership " + id)
                        .setOwner(owner.getName())
                        .setPartner(partner.getName())
                        .setCurrency("USD")
                        .setTimeZone("America/Bahia_Banderas")
                        .setRequestId(request())
                        .build());
    }

    void grant(String partnership, String person, Role role) {
        administrator()
                .grantMembership(GrantMembershipRequest.newBuilder()
                        .setPartnership(partnership)
                        .setPerson(person)
                        .setRole(role)
                        .setRequestId(request())
                        .build());
    }

    OpenSessionResponse signIn(String email, String password) {
        return gateway()
                .openSession(OpenSessionRequest.newBuilder()
                        .setEmail(email)
                        .setPassword(password)
                        .build());
    }

    static String request() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        process.close();
        store.close();
        try (Stream<Path> files = Files.walk(keys)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.drumbeat.cadence.grpc;

import dev.drumbeat.cadence.KeepCommitments;
import dev.drumbeat.cadence.Meeting;
import dev.drumbeat.cadence.Names;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.Answers;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What a call is about, as far as the caller is let in to it; and the answer, which is that as it is afterwards. */
@Singleton
final class Table {
    private final Access access;
    private final ReadCadence readCadence;
    private final Clock clock;

    Table(Access access, ReadCadence readCadence, Clock clock) {
        this.access = access;
        this.readCadence = readCadence;
        this.clock = clock;
    }

    /** Something of a partnership that the caller was let in to. */
    record Target(Scope scope, String id) {}

    Target series(String name) {
        return target(name, Names.SERIES);
    }

    Target meeting(String name) {
        return target(name, Names.MEETINGS);
    }

    Target commitment(String name) {
        return target(name, Names.COMMITMENTS);
    }

    private Target target(String name, String collection) {
        Names.Child child = Names.Child.parse(name, collection);
        return new Target(access.scope(child.partnership(), name), child.id());
    }

    Scope scope(String partnership) {
        return access.scope(partnership);
    }

    List<Scope> scopes(Collection<String> partnerships) {
        return access.scopes(partnerships);
    }

    void answer(
            StreamObserver<dev.drumbeat.proto.cadence.v1.Meeting> observer, Target target, Versioned<Meeting> written) {
        Answers.answer(observer, MeetingWire.full(readCadence.after(target.scope(), written), now()));
    }

    void answer(
            StreamObserver<dev.drumbeat.proto.cadence.v1.Commitment> observer,
            Target target,
            KeepCommitments.Kept kept) {
        Answers.answer(observer, MeetingWire.commitment(kept.meeting(), kept.commitment(), today(target.scope())));
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today(Scope scope) {
        return now().atZone(scope.facts().timeZone()).toLocalDate();
    }

    void requireRange(Instant from, Instant to, Duration limit) {
        if (!from.isBefore(to) || MeetingWire.isLongerThan(from, to, limit)) {
            throw Refusal.invalid(
                    "to",
                    "range.malformed",
                    "A range of at most " + limit.toDays() + " days that ends after it begins.");
        }
    }
}

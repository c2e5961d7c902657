package dev.drumbeat.gateway.cadence;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.proto.cadence.v1.CadenceHealth;
import dev.drumbeat.proto.cadence.v1.CadencePerson;
import dev.drumbeat.proto.cadence.v1.CalendarFeed;
import dev.drumbeat.proto.cadence.v1.HealthDot;
import dev.drumbeat.proto.cadence.v1.ListMailResponse;
import dev.drumbeat.proto.cadence.v1.Mail;
import dev.drumbeat.proto.cadence.v1.PartnershipCadence;
import dev.drumbeat.proto.cadence.v1.RecurrencePattern;
import dev.drumbeat.proto.cadence.v1.Schedule;
import dev.drumbeat.proto.cadence.v1.Series;
import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How health, series, feeds and mail are read. */
@Component
final class CadenceFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addHealth(wiring);
        addSeries(wiring);
        addFeeds(wiring);
        addMail(wiring);
        for (String type : new String[] {"MeetingSeriesConnection", "CommitmentConnection", "CalendarFeedConnection"}) {
            TypeFields.of(type, PageOf.class)
                    .field("nodes", PageOf::nodes)
                    .field("pageInfo", PageOf::pageInfo)
                    .addTo(wiring);
        }
        TypeFields.of("CadencePerson", CadencePerson.class)
                .field("slug", person -> Wire.slug(person.getPerson()))
                .field("displayName", CadencePerson::getDisplayName)
                .field("side", person -> Wire.name(person.getSide()))
                .field("companyDisplayName", CadencePerson::getCompanyDisplayName)
                .addTo(wiring);
        for (String type : new String[] {"Create", "Update", "End"}) {
            TypeFields.payload(type + "MeetingSeriesPayload", "series").addTo(wiring);
        }
        TypeFields.payload("CreateCalendarFeedPayload", "feed", "path").addTo(wiring);
        TypeFields.payload("RevokeCalendarFeedPayload", "feed").addTo(wiring);
    }

    private static void addHealth(RuntimeWiring.Builder wiring) {
        TypeFields.of("Cadence", Known.class)
                .field("live", Known::live)
                .field("knownAt", Known::at)
                .field(
                        "nextMeeting",
                        known ->
                                cadence(known).hasNextMeeting() ? cadence(known).getNextMeeting() : null)
                .field("health", known -> cadence(known).getHealth())
                .field("openCommitments", known -> cadence(known).getOpenCommitments())
                .field("overdueCommitments", known -> cadence(known).getOverdueCommitments())
                .addTo(wiring);
        TypeFields.of("CadenceHealth", CadenceHealth.class)
                .field("dots", CadenceHealth::getDotsList)
                .field("planned", CadenceHealth::getPlanned)
                .field("held", CadenceHealth::getHeld)
                .field("oneSided", CadenceHealth::getOneSided)
                .field("missed", CadenceHealth::getMissed)
                .field("onTime", CadenceHealth::getOnTime)
                .field("commitmentsDue", CadenceHealth::getCommitmentsDue)
                .field("commitmentsKept", CadenceHealth::getCommitmentsKept)
                .field("starving", CadenceHealth::getStarving)
                .field("starvingReason", health -> Wire.name(health.getStarvingReason()))
                .addTo(wiring);
        TypeFields.of("HealthDot", HealthDot.class)
                .field("week", HealthDot::getWeek)
                .field("outcome", dot -> Wire.name(dot.getOutcome()))
                .field("planned", HealthDot::getPlanned)
                .field("held", HealthDot::getHeld)
                .addTo(wiring);
    }

    private static void addSeries(RuntimeWiring.Builder wiring) {
        TypeFields.of("MeetingSeries", Series.class)
                .field("id", series -> GlobalId.encode("MeetingSeries", series.getName()))
                .field("slug", series -> Wire.slug(series.getName()))
                .field("kind", series -> Wire.name(series.getKind()))
                .field("displayName", Series::getDisplayName)
                .field("schedule", Series::getSchedule)
                .field("byDefault", Series::getByDefault)
                .field("nextStart", series -> series.hasNextStart() ? Wire.moment(series.getNextStart()) : null)
                .field("endedAt", series -> series.hasEndedAt() ? Wire.moment(series.getEndedAt()) : null)
                .field("endedReason", series -> Wire.text(series.getEndedReason()))
                .field("revision", series -> Long.toString(series.getRevision()))
                .addTo(wiring);
        TypeFields.of("Schedule", Schedule.class)
                .field("rule", schedule -> Wire.text(schedule.getRule()))
                .field("pattern", schedule -> schedule.hasPattern() ? schedule.getPattern() : null)
                .field("start", Schedule::getStart)
                .field("timeZone", Schedule::getTimeZone)
                .field("durationMinutes", Schedule::getDurationMinutes)
                .addTo(wiring);
        TypeFields.of("RecurrencePattern", RecurrencePattern.class)
                .field("kind", pattern -> Wire.name(pattern.getKind()))
                .field("interval", pattern -> Math.max(1, pattern.getInterval()))
                .field(
                        "weekdays",
                        pattern -> pattern.getWeekdaysList().stream()
                                .map(Wire::name)
                                .toList())
                .field("monthDays", RecurrencePattern::getMonthDaysList)
                .field("ordinal", RecurrencePattern::getOrdinal)
                .field("until", pattern -> Wire.text(pattern.getUntil()))
                .field("count", pattern -> pattern.getCount() == 0 ? null : pattern.getCount())
                .addTo(wiring);
        TypeFields.of("SchedulePreview", SchedulePreview.class)
                .field("schedule", SchedulePreview::schedule)
                .field("starts", SchedulePreview::starts)
                .field("userErrors", SchedulePreview::userErrors)
                .addTo(wiring);
    }

    private static void addFeeds(RuntimeWiring.Builder wiring) {
        TypeFields.of("CalendarFeed", CalendarFeed.class)
                .field("id", feed -> GlobalId.encode("CalendarFeed", feed.getName()))
                .field("displayName", CalendarFeed::getDisplayName)
                .field("createdAt", feed -> Wire.moment(feed.getCreatedAt()))
                .field("expiresAt", feed -> Wire.moment(feed.getExpiresAt()))
                .field("revokedAt", feed -> feed.hasRevokedAt() ? Wire.moment(feed.getRevokedAt()) : null)
                .field("lastReadAt", feed -> feed.hasLastReadAt() ? Wire.moment(feed.getLastReadAt()) : null)
                .addTo(wiring);
    }

    private static void addMail(RuntimeWiring.Builder wiring) {
        TypeFields.of("MailConnection", ListMailResponse.class)
                .field("nodes", ListMailResponse::getMailList)
                .field("pageInfo", page -> new PageOf<>(page.getMailList(), page.getNextPageToken()).pageInfo())
                .field("mailServerConfigured", ListMailResponse::getMailServerConfigured)
                .addTo(wiring);
        TypeFields.of("Mail", Mail.class)
                .field("id", mail -> GlobalId.encode("Mail", mail.getName()))
                .field("kind", mail -> Wire.name(mail.getKind()))
                .field("state", mail -> Wire.name(mail.getState()))
                .field("partnershipSlug", mail -> Wire.slug(mail.getPartnership()))
                .field("recipient", Mail::getRecipient)
                .field("subject", Mail::getSubject)
                .field("body", Mail::getBody)
                .field("attachmentName", mail -> Wire.text(mail.getAttachmentName()))
                .field("createdAt", mail -> Wire.moment(mail.getCreatedAt()))
                .field("sentAt", mail -> mail.hasSentAt() ? Wire.moment(mail.getSentAt()) : null)
                .field("lastError", mail -> Wire.text(mail.getLastError()))
                .addTo(wiring);
    }

    private static PartnershipCadence cadence(Known<?> known) {
        return (PartnershipCadence) known.value();
    }
}

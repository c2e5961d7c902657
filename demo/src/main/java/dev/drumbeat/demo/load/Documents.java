package dev.drumbeat.demo.load;

/** The GraphQL documents of a load. Each mutation asks back what the next step needs, and why it was refused. */
final class Documents {
    static final String WHAT_IS_THERE = """
            query WhatIsThere($company: String!) {
              viewer { administrator }
              people(company: $company, first: 100) { nodes { slug } }
              partnerships(first: 100) { nodes { slug dataNotice } }
            }
            """;
    static final String CREATE_COMPANY = """
            mutation CreateCompany($input: CreateCompanyInput!) {
              createCompany(input: $input) { company { slug } userErrors { code field message } }
            }
            """;
    static final String CREATE_PERSON = """
            mutation CreatePerson($input: CreatePersonInput!) {
              createPerson(input: $input) { person { slug } userErrors { code field message } }
            }
            """;
    static final String CREATE_PARTNERSHIP = """
            mutation CreatePartnership($input: CreatePartnershipInput!) {
              createPartnership(input: $input) { partnership { slug } userErrors { code field message } }
            }
            """;
    static final String GRANT_MEMBERSHIP = """
            mutation GrantMembership($input: GrantMembershipInput!) {
              grantMembership(input: $input) { member { role } userErrors { code field message } }
            }
            """;
    static final String CREATE_KPI = """
            mutation CreateKpi($input: CreateKpiInput!) {
              createKpi(input: $input) { kpi { slug } userErrors { code field message } }
            }
            """;
    static final String PROPOSE_TARGET = """
            mutation ProposeTarget($input: ProposeTargetInput!) {
              proposeTarget(input: $input) { target { id } userErrors { code field message } }
            }
            """;
    static final String DECIDE_TARGET = """
            mutation DecideTarget($input: DecideTargetInput!) {
              decideTarget(input: $input) { target { state } userErrors { code field message } }
            }
            """;
    static final String RECORD_MEASUREMENTS = """
            mutation RecordMeasurements($input: RecordMeasurementsInput!) {
              recordMeasurements(input: $input) { recordedCount unchangedCount userErrors { code field message } }
            }
            """;
    static final String PROPOSE_CORRECTION = """
            mutation ProposeCorrection($input: ProposeCorrectionInput!) {
              proposeCorrection(input: $input) { correction { id } userErrors { code field message } }
            }
            """;
    static final String DECIDE_CORRECTION = """
            mutation DecideCorrection($input: DecideCorrectionInput!) {
              decideCorrection(input: $input) { correction { state } userErrors { code field message } }
            }
            """;
    static final String ADD_NOTE = """
            mutation AddNote($input: AddNoteInput!) {
              addNote(input: $input) { note { id } userErrors { code field message } }
            }
            """;

    private Documents() {}
}

/** A corrective action as the server gives it, made up: proposed to the partner's Mara, nobody has it for three hours. */
export function action(more: object = {}) {
  return {
    __typename: "CorrectiveAction",
    id: "a7",
    number: 7,
    partnershipSlug: "cipla",
    partnershipDisplayName: "SCMS and Cipla",
    title: "On-time delivery is red",
    problem: "86.4 % against 95 %",
    origin: "RED_EPISODE",
    kpiSlug: "otd",
    kpiDisplayName: "On-time delivery",
    episodeIds: ["e"],
    redSincePeriod: "2026-10",
    state: "OPEN",
    revision: "3",
    viewerMay: ["PROPOSE_OWNER", "ACCEPT_OWNER", "ADD_COMMENT"],
    owner: null,
    dueDate: null,
    proposal: {
      owner: person("mara", "Mara Lind"),
      dueDate: "2026-12-06",
      reason: null,
      proposedBy: { displayName: "Drumbeat" },
      proposedAt: "2026-11-22T07:00:00Z",
      acceptedByOwnerAt: null,
      acceptedByOtherSideAt: null,
      acceptedByOtherSide: null,
      datePassed: false,
    },
    agreements: [],
    unownedSince: "2026-11-22T07:00:00Z",
    containment: null,
    rootCause: null,
    steps: [],
    verification: null,
    escalations: [],
    comments: [],
    evidence: [],
    figures: {
      minutesToOwner: null,
      unownedMinutes: 180,
      minutesToContain: null,
      minutesToClose: null,
      slips: 0,
      recurrences: 0,
      overdueDays: 0,
    },
    openedAt: "2026-11-22T07:00:00Z",
    openedBy: { displayName: "Drumbeat" },
    implementedAt: null,
    closedAt: null,
    voidedReason: null,
    ...more,
  };
}

export function person(slug: string, displayName: string) {
  return { slug, displayName, side: "PARTNER", companyDisplayName: "Cipla Limited", left: false };
}

/** What both companies agreed on. */
export const agreed = {
  state: "AGREED",
  owner: person("mara", "Mara Lind"),
  dueDate: "2026-12-06",
  proposal: null,
  unownedSince: null,
};

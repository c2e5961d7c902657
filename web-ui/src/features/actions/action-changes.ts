/** Types of the schema that change with an action; whatever is shown of them is read again after a move. */
export const changedByActions = ["CorrectiveAction", "ActionConnection", "ActionCounts", "AuditEvent"] as const;

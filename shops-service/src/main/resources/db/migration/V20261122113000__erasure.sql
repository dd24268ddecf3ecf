-- Erasing a person removes what names them, also where it stands in answers to repeat and in events on their way.
GRANT DELETE ON member_invitation, idempotency_key, event TO shops_application;

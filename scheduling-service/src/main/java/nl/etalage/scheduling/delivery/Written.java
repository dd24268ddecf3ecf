package nl.etalage.scheduling.delivery;

import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.publication.WorkerStep;

/** What is written after a call: the publication's step, and how the attempt ended. */
record Written(WorkerStep step, String outcome, Remark detail) {}

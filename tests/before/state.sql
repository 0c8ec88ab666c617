BEGIN TRANSACTION;
CREATE TABLE bywhen_schema (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT bywhen_schema_pkc PRIMARY KEY (version_num)
);
INSERT INTO "bywhen_schema" VALUES('0002_marks');
CREATE TABLE changes (
	id TEXT NOT NULL, 
	register TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	told_at DATETIME NOT NULL, 
	said JSON NOT NULL, 
	CONSTRAINT pk_changes PRIMARY KEY (id)
);
INSERT INTO "changes" VALUES('0e13bded830e660de369','lamps','2025-01-16 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "0e13bded830e660de369", "at": "2025-01-16T00:00:00Z", "register": "lamps", "commitment": "buoy-plan", "kind": "made", "before": null, "after": "pending", "because": {"quote": "", "url": "https://hansard.parliament.uk/Commons/2025-01-16/debates/AAAA/Lighthouses"}, "headline": "Plan for buoys: promised by Ada Marsh, Minister for Lighthouses"}');
INSERT INTO "changes" VALUES('6a198fc8632d1ad0a5d9','lamps','2025-01-16 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "6a198fc8632d1ad0a5d9", "at": "2025-01-16T00:00:00Z", "register": "lamps", "commitment": "harbour-fund", "kind": "made", "before": null, "after": "pending", "because": {"quote": "", "url": "https://hansard.parliament.uk/Commons/2025-01-16/debates/AAAA/Lighthouses"}, "headline": "Fund for small harbours: promised by Ada Marsh, Minister for Lighthouses"}');
INSERT INTO "changes" VALUES('c461e83b2dec5ce395b0','lamps','2025-01-16 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "c461e83b2dec5ce395b0", "at": "2025-01-16T00:00:00Z", "register": "lamps", "commitment": "keepers-code", "kind": "made", "before": null, "after": "pending", "because": {"quote": "", "url": "https://hansard.parliament.uk/Commons/2025-01-16/debates/AAAA/Lighthouses"}, "headline": "Code for keepers: promised by Ada Marsh, Minister for Lighthouses"}');
INSERT INTO "changes" VALUES('b350ac9b7fc05c44366b','lamps','2025-01-16 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "b350ac9b7fc05c44366b", "at": "2025-01-16T00:00:00Z", "register": "lamps", "commitment": "lamp-report", "kind": "made", "before": null, "after": "pending", "because": {"quote": "", "url": "https://hansard.parliament.uk/Commons/2025-01-16/debates/AAAA/Lighthouses"}, "headline": "Report on the lamps of the coast: promised by Ada Marsh, Minister for Lighthouses"}');
INSERT INTO "changes" VALUES('c8495c07e82a56bd4a34','lamps','2025-03-12 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "c8495c07e82a56bd4a34", "at": "2025-03-12T00:00:00Z", "register": "lamps", "commitment": "lamp-report", "kind": "progress", "before": null, "after": null, "because": {"quote": "Officials are drafting the lamp report, and have met the Lamp Commission.", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-03-12/102"}, "headline": "Report on the lamps of the coast: progress (Lighthouses)"}');
INSERT INTO "changes" VALUES('879845e805a1d783a54b','lamps','2025-04-01 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "879845e805a1d783a54b", "at": "2025-04-01T00:00:00Z", "register": "lamps", "commitment": "buoy-plan", "kind": "status", "before": "pending", "after": "overdue", "because": {"quote": "", "url": "https://hansard.parliament.uk/Commons/2025-01-16/debates/AAAA/Lighthouses"}, "headline": "Plan for buoys: overdue, \u201cby the end of March\u201d ended on 31 March 2025"}');
INSERT INTO "changes" VALUES('895eb33f5ba68fa4dee4','lamps','2025-04-02 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "895eb33f5ba68fa4dee4", "at": "2025-04-02T00:00:00Z", "register": "lamps", "commitment": "harbour-fund", "kind": "status", "before": "pending", "after": "delivered", "because": {"quote": "The small harbours fund opened on 1 April 2025.", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-04-02/105"}, "headline": "Fund for small harbours: delivered (unconfirmed)"}');
INSERT INTO "changes" VALUES('4de67f11debda2843a02','lamps','2025-05-20 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "4de67f11debda2843a02", "at": "2025-05-20T00:00:00Z", "register": "lamps", "commitment": "lamp-report", "kind": "delays", "before": null, "after": null, "because": {"quote": "It will now be published by 31 July 2025.", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-05-20/103"}, "headline": "Report on the lamps of the coast: delay (Lighthouses)"}');
INSERT INTO "changes" VALUES('3a8f8bc52ed04b2924b4','lamps','2025-06-01 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "3a8f8bc52ed04b2924b4", "at": "2025-06-01T00:00:00Z", "register": "lamps", "commitment": "lamp-report", "kind": "status", "before": "pending", "after": "overdue", "because": {"quote": "", "url": "https://hansard.parliament.uk/Commons/2025-01-16/debates/AAAA/Lighthouses"}, "headline": "Report on the lamps of the coast: overdue, \u201cby the end of May\u201d ended on 31 May 2025"}');
INSERT INTO "changes" VALUES('65b7f540b0c18a9ff4ce','lamps','2025-07-22 00:00:00.000000','2026-11-30 21:37:17.353867','{"id": "65b7f540b0c18a9ff4ce", "at": "2025-07-22T00:00:00Z", "register": "lamps", "commitment": "lamp-report", "kind": "status", "before": "overdue", "after": "delivered", "because": {"quote": "The lamp report was published on 21 July 2025.", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-07-22/104"}, "headline": "Report on the lamps of the coast: delivered, 51 days late (unconfirmed)"}');
INSERT INTO "changes" VALUES('2f7c259bee5302510da1','lamps','2025-07-21 00:00:00.000000','2026-11-30 21:37:52.336906','{"id": "2f7c259bee5302510da1", "at": "2025-07-21T00:00:00Z", "register": "lamps", "commitment": "lamp-report", "kind": "status", "before": "overdue", "after": "delivered", "because": {"quote": "", "url": "https://www.gov.uk/lamps"}, "headline": "Report on the lamps of the coast: delivered, 51 days late"}');
INSERT INTO "changes" VALUES('b55024c42397b8edc870','lamps','2026-11-30 21:37:52.336906','2026-11-30 21:37:52.336906','{"id": "b55024c42397b8edc870", "at": "2026-11-30T21:37:52.336906Z", "register": "lamps", "commitment": "lamp-report", "kind": "correction", "before": "delivered", "after": "delivered", "because": {"quote": "", "url": "https://www.gov.uk/lamps"}, "headline": "Report on the lamps of the coast: correction. We said \u201cdelivered\u201d as of 22 July 2025; by what is known now it was so before then. It is still delivered"}');
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT uq_documents_source_key UNIQUE (source, "key")
);
INSERT INTO "documents" VALUES(1,'written-questions','105');
INSERT INTO "documents" VALUES(2,'written-questions','102');
INSERT INTO "documents" VALUES(3,'written-questions','103');
INSERT INTO "documents" VALUES(4,'written-questions','101');
INSERT INTO "documents" VALUES(5,'written-questions','104');
INSERT INTO "documents" VALUES(6,'written-questions','106');
CREATE TABLE evidence (
	id INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	version_id INTEGER NOT NULL, 
	identity TEXT NOT NULL, 
	said JSON NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (id), 
	CONSTRAINT fk_evidence_version_id FOREIGN KEY(version_id) REFERENCES versions (id), 
	CONSTRAINT uq_evidence_digest_version_id_identity UNIQUE (digest, version_id, identity)
);
INSERT INTO "evidence" VALUES(1,'9e1bdef2fc1f1014560e',1,'84b21bd614faf76886d67333ff842b19','{"document": {"source": "written-questions", "key": "101", "version": 0, "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-02-10/101", "title": "Lighthouses", "published_on": "2025-02-10", "since": "2025-02-10"}, "commitment": "lamp-report", "milestone": null, "relation": "mentions-only", "strength": 0.69, "quote": "The lamp report will be published by the end of May 2025.", "reasons": ["named: \u201clamp report\u201d", "brings no news of it"], "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-02-10/101", "moved_to": null, "happened_on": null, "citation": null, "says": "will", "firm": "firm", "when": "by the end of May 2025", "points": "names it"}');
INSERT INTO "evidence" VALUES(2,'9e1bdef2fc1f1014560e',2,'7d714e7cb6a6c991d9c9691c9252afd4','{"document": {"source": "written-questions", "key": "102", "version": 0, "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-03-12/102", "title": "Lighthouses", "published_on": "2025-03-12", "since": "2025-03-12"}, "commitment": "lamp-report", "milestone": null, "relation": "progress", "strength": 0.8, "quote": "Officials are drafting the lamp report, and have met the Lamp Commission.", "reasons": ["named: \u201clamp report\u201d", "says that it is being worked on"], "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-03-12/102", "moved_to": null, "happened_on": null, "citation": null, "says": "under-way", "firm": null, "when": null, "points": "names it"}');
INSERT INTO "evidence" VALUES(3,'9e1bdef2fc1f1014560e',3,'716b22ce50a7eda54365ae3bdf3e0f47','{"document": {"source": "written-questions", "key": "103", "version": 0, "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-05-20/103", "title": "Lighthouses", "published_on": "2025-05-20", "since": "2025-05-20"}, "commitment": "lamp-report", "milestone": null, "relation": "delays", "strength": 0.81, "quote": "It will now be published by 31 July 2025.", "reasons": ["named: \u201clamp report\u201d", "says that it will be, gives a time that may end later than was promised"], "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-05-20/103", "moved_to": null, "happened_on": null, "citation": null, "says": "will", "firm": "firm", "when": "by 31 July 2025", "points": "\u201cIt\u201d: it was named one sentence back"}');
INSERT INTO "evidence" VALUES(4,'9e1bdef2fc1f1014560e',4,'6957637fddaffd5d92a66fcf19ea92e5','{"document": {"source": "written-questions", "key": "104", "version": 0, "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-07-22/104", "title": "Lighthouses", "published_on": "2025-07-22", "since": "2025-07-22"}, "commitment": "lamp-report", "milestone": "published", "relation": "delivers", "strength": 0.72, "quote": "The lamp report was published on 21 July 2025.", "reasons": ["named: \u201clamp report\u201d", "told as done: \u201cpublished\u201d"], "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-07-22/104", "moved_to": null, "happened_on": "2025-07-21", "citation": null, "says": "done", "firm": null, "when": "on 21 July 2025", "points": "names it"}');
INSERT INTO "evidence" VALUES(5,'9e1bdef2fc1f1014560e',5,'f0279e8c25171b7dc33a2b4adc3ce64f','{"document": {"source": "written-questions", "key": "105", "version": 0, "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-04-02/105", "title": "Lighthouses", "published_on": "2025-04-02", "since": "2025-04-02"}, "commitment": "harbour-fund", "milestone": "opened", "relation": "delivers", "strength": 0.72, "quote": "The small harbours fund opened on 1 April 2025.", "reasons": ["named: \u201csmall harbours fund\u201d", "told as done: \u201copened\u201d"], "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-04-02/105", "moved_to": null, "happened_on": "2025-04-01", "citation": null, "says": "done", "firm": null, "when": "on 1 April 2025", "points": "names it"}');
INSERT INTO "evidence" VALUES(6,'9e1bdef2fc1f1014560e',5,'e4c1ab58340be6ab2c0fbba9dbb648ca','{"document": {"source": "written-questions", "key": "105", "version": 0, "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-04-02/105", "title": "Lighthouses", "published_on": "2025-04-02", "since": "2025-04-02"}, "commitment": "harbour-fund", "milestone": null, "relation": "progress", "strength": 0.28, "quote": "The small harbours fund opened on 1 April 2025.", "reasons": ["named: \u201csmall harbours fund\u201d", "says that it is done"], "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-04-02/105", "moved_to": null, "happened_on": null, "citation": null, "says": "done", "firm": null, "when": "on 1 April 2025", "points": "names it"}');
INSERT INTO "evidence" VALUES(7,'9e1bdef2fc1f1014560e',6,'e4ae2d19bb52fdcc8b215bcb4bc37e0c','{"document": {"source": "written-questions", "key": "106", "version": 0, "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-06-03/106", "title": "Lighthouses", "published_on": "2025-06-03", "since": "2025-06-03"}, "commitment": "keepers-code", "milestone": null, "relation": "mentions-only", "strength": 0.79, "quote": "The code for keepers will be laid before Parliament when parliamentary time allows.", "reasons": ["named: \u201ccode for keepers\u201d", "brings no news of it"], "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-06-03/106", "moved_to": null, "happened_on": null, "citation": null, "says": "will", "firm": "firm", "when": "when parliamentary time allows", "points": "names it"}');
CREATE TABLE leases (
	name TEXT NOT NULL, 
	holder TEXT NOT NULL, 
	until DATETIME NOT NULL, 
	CONSTRAINT pk_leases PRIMARY KEY (name)
);
CREATE TABLE marks (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_marks PRIMARY KEY (name)
);
INSERT INTO "marks" VALUES('scan since','30 November 2026 at 21:37 UTC','2026-11-30 21:37:11.318989');
INSERT INTO "marks" VALUES('recorded','2','2026-11-30 21:37:51.597588');
INSERT INTO "marks" VALUES('review','2026-11-30 14d9f97a0ce8fdeed86092ca24bda6b6 2','2026-11-30 21:37:52.811337');
CREATE TABLE problems (
	identity TEXT NOT NULL, 
	reporter TEXT NOT NULL, 
	source TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	seen TEXT NOT NULL, 
	place TEXT, 
	position INTEGER NOT NULL, 
	last_at DATETIME NOT NULL, 
	open BOOLEAN NOT NULL, 
	CONSTRAINT pk_problems PRIMARY KEY (identity)
);
CREATE TABLE readings (
	digest TEXT NOT NULL, 
	version_id INTEGER NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (digest, version_id), 
	CONSTRAINT fk_readings_version_id FOREIGN KEY(version_id) REFERENCES versions (id)
);
INSERT INTO "readings" VALUES('9e1bdef2fc1f1014560e',1);
INSERT INTO "readings" VALUES('9e1bdef2fc1f1014560e',2);
INSERT INTO "readings" VALUES('9e1bdef2fc1f1014560e',3);
INSERT INTO "readings" VALUES('9e1bdef2fc1f1014560e',4);
INSERT INTO "readings" VALUES('9e1bdef2fc1f1014560e',5);
INSERT INTO "readings" VALUES('9e1bdef2fc1f1014560e',6);
CREATE TABLE rulings (
	id INTEGER NOT NULL, 
	register TEXT NOT NULL, 
	ruling TEXT NOT NULL, 
	decided_at DATETIME, 
	said JSON NOT NULL, 
	CONSTRAINT pk_rulings PRIMARY KEY (id), 
	CONSTRAINT uq_rulings_register_ruling UNIQUE (register, ruling)
);
INSERT INTO "rulings" VALUES(1,'lamps','bcade3c9fea94bf690c945a35d914c56','2026-11-30 21:37:51.597588','{"id": "bcade3c9fea94bf690c945a35d914c56", "commitment": "lamp-report", "milestone": "published", "kind": "delivered", "on": "2025-07-21", "by": "Mo Kerr", "why": "It is on GOV.UK.", "source": "https://www.gov.uk/lamps", "quote": null, "document": null, "due": null, "successor": null, "caution": null, "decided_at": "2026-11-30T21:37:51.597588Z", "piece": null, "relation": null, "blind": false, "earliest": null}');
CREATE TABLE sources (
	source TEXT NOT NULL, 
	tried_at DATETIME NOT NULL, 
	sound_at DATETIME, 
	failures INTEGER NOT NULL, 
	CONSTRAINT pk_sources PRIMARY KEY (source)
);
INSERT INTO "sources" VALUES('written-questions','2026-11-30 21:37:14.530437','2026-11-30 21:37:14.530437',0);
CREATE TABLE spans (
	source TEXT NOT NULL, 
	asked TEXT NOT NULL, 
	since DATE NOT NULL, 
	until DATE NOT NULL, 
	CONSTRAINT pk_spans PRIMARY KEY (source, asked, since)
);
INSERT INTO "spans" VALUES('written-questions','','1900-01-01','2025-07-22');
CREATE TABLE versions (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	fingerprint TEXT NOT NULL, 
	presence TEXT NOT NULL, 
	seen_at DATETIME NOT NULL, 
	since DATE NOT NULL, 
	spool JSON NOT NULL, 
	CONSTRAINT pk_versions PRIMARY KEY (id), 
	CONSTRAINT fk_versions_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT uq_versions_document_id_number UNIQUE (document_id, number)
);
INSERT INTO "versions" VALUES(1,4,1,'c6aaba246a8d95994a4c01da6eedc86d','live','2026-11-30 21:37:14.530437','2025-02-10','{"source": "written-questions", "key": "101", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-02-10/101", "title": "Lighthouses", "kind": "written-answer", "published_on": "2025-02-10", "body": "Department for Transport", "passages": [{"role": "question", "speaker": "Lou Hope", "post": null, "text": "To ask when she plans to publish the lamp report."}, {"role": "answer", "speaker": "Ada Marsh", "post": "Minister for Lighthouses", "text": "The lamp report will be published by the end of May 2025."}]}');
INSERT INTO "versions" VALUES(2,2,1,'ff13a14088f350bac9a0470ac984aa38','live','2026-11-30 21:37:14.530437','2025-03-12','{"source": "written-questions", "key": "102", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-03-12/102", "title": "Lighthouses", "kind": "written-answer", "published_on": "2025-03-12", "body": "Department for Transport", "passages": [{"role": "question", "speaker": "Lou Hope", "post": null, "text": "To ask what progress has been made on the lamp report."}, {"role": "answer", "speaker": "Ada Marsh", "post": "Minister for Lighthouses", "text": "Officials are drafting the lamp report, and have met the Lamp Commission."}]}');
INSERT INTO "versions" VALUES(3,3,1,'fd2c617ca6b8edf56649dac5603e7c7d','live','2026-11-30 21:37:14.530437','2025-05-20','{"source": "written-questions", "key": "103", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-05-20/103", "title": "Lighthouses", "kind": "written-answer", "published_on": "2025-05-20", "body": "Department for Transport", "passages": [{"role": "question", "speaker": "Lou Hope", "post": null, "text": "To ask when the lamp report will be published."}, {"role": "answer", "speaker": "Ada Marsh", "post": "Minister for Lighthouses", "text": "The lamp report has been delayed. It will now be published by 31 July 2025."}]}');
INSERT INTO "versions" VALUES(4,5,1,'72a65cd110a952039de7978232c5c642','live','2026-11-30 21:37:14.530437','2025-07-22','{"source": "written-questions", "key": "104", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-07-22/104", "title": "Lighthouses", "kind": "written-answer", "published_on": "2025-07-22", "body": "Department for Transport", "passages": [{"role": "question", "speaker": "Lou Hope", "post": null, "text": "To ask whether the lamp report has been published."}, {"role": "answer", "speaker": "Ada Marsh", "post": "Minister for Lighthouses", "text": "The lamp report was published on 21 July 2025."}]}');
INSERT INTO "versions" VALUES(5,1,1,'096ec3b71a81adb3e2ae5cf4e6ac502e','live','2026-11-30 21:37:14.530437','2025-04-02','{"source": "written-questions", "key": "105", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-04-02/105", "title": "Lighthouses", "kind": "written-answer", "published_on": "2025-04-02", "body": "Department for Transport", "passages": [{"role": "question", "speaker": "Lou Hope", "post": null, "text": "To ask when the small harbours fund will open."}, {"role": "answer", "speaker": "Ada Marsh", "post": "Minister for Lighthouses", "text": "The small harbours fund opened on 1 April 2025."}]}');
INSERT INTO "versions" VALUES(6,6,1,'128637c36b93834fe80c93d78bdbff3a','live','2026-11-30 21:37:14.530437','2025-06-03','{"source": "written-questions", "key": "106", "url": "https://questions-statements.parliament.uk/written-questions/detail/2025-06-03/106", "title": "Lighthouses", "kind": "written-answer", "published_on": "2025-06-03", "body": "Department for Transport", "passages": [{"role": "question", "speaker": "Lou Hope", "post": null, "text": "To ask when the code for keepers will be laid."}, {"role": "answer", "speaker": "Ada Marsh", "post": "Minister for Lighthouses", "text": "The code for keepers will be laid before Parliament when parliamentary time allows."}]}');
CREATE INDEX ix_changes_register_told_at ON changes (register, told_at);
COMMIT;

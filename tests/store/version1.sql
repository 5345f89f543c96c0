-- A record as Dragoman made it before there were claims: its tables, and one document with two events.
PRAGMA application_id = 1148348269;
CREATE TABLE migrations (
	number INTEGER NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (number)
);
CREATE TABLE documents (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	title TEXT,
	publisher TEXT,
	published TEXT,
	url TEXT,
	language TEXT,
	event_count INTEGER NOT NULL,
	coder_version TEXT NOT NULL,
	lexicon TEXT NOT NULL,
	text_sha256 TEXT NOT NULL,
	record TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (id)
);
CREATE INDEX ix_documents_name ON documents (name);
CREATE TABLE events (
	document INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	type TEXT NOT NULL,
	status TEXT NOT NULL,
	date_start TEXT,
	date_end TEXT,
	first_day TEXT,
	last_day TEXT,
	place TEXT,
	place_country TEXT,
	rule TEXT NOT NULL,
	confidence FLOAT,
	record TEXT NOT NULL,
	PRIMARY KEY (document, position),
	FOREIGN KEY(document) REFERENCES documents (number) ON DELETE CASCADE
);
CREATE INDEX ix_events_id ON events (id);
CREATE INDEX events_by_day ON events (first_day);
CREATE TABLE participants (
	document INTEGER NOT NULL,
	event INTEGER NOT NULL,
	role TEXT NOT NULL,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,
	country TEXT,
	kind TEXT NOT NULL,
	sectors TEXT NOT NULL,
	entry TEXT,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (document, event, role, position),
	FOREIGN KEY(document, event) REFERENCES events (document, position) ON DELETE CASCADE
);
CREATE TABLE evidence (
	number INTEGER NOT NULL,
	document INTEGER NOT NULL,
	event INTEGER NOT NULL,
	position INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	quote TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(document, event) REFERENCES events (document, position) ON DELETE CASCADE
);
CREATE UNIQUE INDEX evidence_of_event ON evidence (document, event, position);
CREATE VIRTUAL TABLE documents_fts USING fts5(title, text, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE evidence_fts USING fts5(quote, content='evidence', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents BEGIN INSERT INTO documents_fts(rowid, title, text) VALUES (new.number, new.title, new.text); END;
CREATE TRIGGER documents_fts_delete AFTER DELETE ON documents BEGIN INSERT INTO documents_fts(documents_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END;
CREATE TRIGGER documents_fts_update AFTER UPDATE OF title, text ON documents BEGIN INSERT INTO documents_fts(documents_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); INSERT INTO documents_fts(rowid, title, text) VALUES (new.number, new.title, new.text); END;
CREATE TRIGGER evidence_fts_insert AFTER INSERT ON evidence BEGIN INSERT INTO evidence_fts(rowid, quote) VALUES (new.number, new.quote); END;
CREATE TRIGGER evidence_fts_delete AFTER DELETE ON evidence BEGIN INSERT INTO evidence_fts(evidence_fts, rowid, quote) VALUES ('delete', old.number, old.quote); END;
CREATE TRIGGER evidence_fts_update AFTER UPDATE OF quote ON evidence BEGIN INSERT INTO evidence_fts(evidence_fts, rowid, quote) VALUES ('delete', old.number, old.quote); INSERT INTO evidence_fts(rowid, quote) VALUES (new.number, new.quote); END;
INSERT INTO migrations VALUES (1, 'm001_initial');
INSERT INTO documents VALUES (1, 'a9ea71ed66b32879', 'talks.txt', 'Envoys in Ankara', 'The Harbour Post', '2016-03-10', NULL, 'en', 2, '1.0', '0123456789ab', '0649445a2e95e41e05ab4a244804bbc15970627ed3912b8d3c7ac2a6d68d2296', '{"id":"talks.txt","text":null,"title":"Envoys in Ankara","subtitle":null,"publisher":"The Harbour Post","byline":null,"agency":null,"dateline":null,"published":{"date":"2016-03-10","precision":"day","basis":"line 1","time":"09:30"},"updated":null,"written":null,"url":null,"language":"en","furniture":[{"start":99,"end":99,"reason":"share line"}],"notes":["encoding guessed"],"extracted":false}', 'Ministers of Türkiye met Qatari envoys in Ankara on Tuesday. The talks, officials said, went well.
');
INSERT INTO events VALUES (1, 0, '66be6ca01be0ce32', 'CONSULT', 'happened', '2016-03-08', NULL, '2016-03-08', '2016-03-08', 'Ankara', 'TUR', 'meet.v.01', 0.93, '{"id":"66be6ca01be0ce32","type":"CONSULT","modes":["visit"],"contexts":["diplomatic"],"actors":[{"name":"Turkey","country":"TUR","sectors":["GOV"],"kind":"state","text":"Minis","start":0,"end":5,"entry":"state.tur","basis":null}],"recipients":[{"name":"Qatar","country":"QAT","sectors":["GOV"],"kind":"state","text":"ers","start":6,"end":9,"entry":"state.qat","basis":"pronoun"}],"date":{"start":"2016-03-08","end":null,"precision":"day","text":"on Tuesday","rule":"weekday before published","offset_days":null},"place":{"name":"Ankara","country":"TUR","lat":39.92,"lon":32.85,"precision":"city","basis":null},"status":"happened","attribution":{"speaker":"officials","verb":"say"},"magnitude":null,"evidence":[{"start":0,"end":98,"quote":"Ministers of Türkiye met Qatari envoys in Ankara on Tuesday. The talks, officials said, went well."}],"rule":"meet.v.01","confidence":0.93,"trace":["meet.v.01: subj state, obj state"]}');
INSERT INTO events VALUES (1, 1, 'dd7e06f8d7849693', 'AID', 'happened', '2016-03-08', NULL, '2016-03-08', '2016-03-08', 'Ankara', 'TUR', 'meet.v.01', 0.93, '{"id":"dd7e06f8d7849693","type":"AID","modes":["visit"],"contexts":["diplomatic"],"actors":[{"name":"Turkey","country":"TUR","sectors":["GOV"],"kind":"state","text":"Minis","start":0,"end":5,"entry":"state.tur","basis":null}],"recipients":[{"name":"Qatar","country":"QAT","sectors":["GOV"],"kind":"state","text":"ers","start":6,"end":9,"entry":"state.qat","basis":"pronoun"}],"date":{"start":"2016-03-08","end":null,"precision":"day","text":"on Tuesday","rule":"weekday before published","offset_days":null},"place":{"name":"Ankara","country":"TUR","lat":39.92,"lon":32.85,"precision":"city","basis":null},"status":"happened","attribution":{"speaker":"officials","verb":"say"},"magnitude":null,"evidence":[{"start":0,"end":98,"quote":"Ministers of Türkiye met Qatari envoys in Ankara on Tuesday. The talks, officials said, went well."}],"rule":"meet.v.01","confidence":0.93,"trace":["meet.v.01: subj state, obj state"]}');
INSERT INTO participants VALUES (1, 0, 'actor', 0, 'Turkey', 'turkey', 'TUR', 'state', 'GOV', 'state.tur', 0, 5, 'Minis');
INSERT INTO participants VALUES (1, 0, 'recipient', 0, 'Qatar', 'qatar', 'QAT', 'state', 'GOV', 'state.qat', 6, 9, 'ers');
INSERT INTO participants VALUES (1, 1, 'actor', 0, 'Turkey', 'turkey', 'TUR', 'state', 'GOV', 'state.tur', 0, 5, 'Minis');
INSERT INTO participants VALUES (1, 1, 'recipient', 0, 'Qatar', 'qatar', 'QAT', 'state', 'GOV', 'state.qat', 6, 9, 'ers');
INSERT INTO evidence VALUES (1, 1, 0, 0, 0, 98, 'Ministers of Türkiye met Qatari envoys in Ankara on Tuesday. The talks, officials said, went well.');
INSERT INTO evidence VALUES (2, 1, 1, 0, 0, 98, 'Ministers of Türkiye met Qatari envoys in Ankara on Tuesday. The talks, officials said, went well.');

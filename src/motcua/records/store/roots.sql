-- One signed root a province and day over the heads of all its dossiers; each names the one before, so roots chain too.
-- `root` and `hash` can be made again from the events and from the other columns; they are kept to be compared.
create table store_root (
    province text not null,
    day date not null,
    count integer not null,
    root bytea not null,
    previous bytea not null,
    made_at timestamptz not null,
    key_id text not null,
    public_key bytea not null,
    hash bytea not null,
    signature bytea not null,
    primary key (province, day)
);

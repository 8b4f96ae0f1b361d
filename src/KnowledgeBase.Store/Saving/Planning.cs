using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Saving;

/// <summary>Decides under which id a file is taken in, and whether anything is to be done.</summary>
internal static class Planning
{
    private sealed record Known(long Row, DocumentId Id, int Version, string Sha256, string? Path);

    public static IngestPlan Plan(SqliteConnection connection, IngestRequest request)
    {
        var sameBytes = Find(connection, "sha256", request.Sha256);
        if (request.Replaces is { } wanted)
        {
            var replaced = Find(connection, "id", wanted.Value) ?? throw StoreFailure.Rejection(
                "document-not-found", $"There is no document '{wanted}' to replace. 'kb list' shows what is in the store.");
            if (sameBytes is not null && sameBytes.Id != replaced.Id)
            {
                throw StoreFailure.Rejection(
                    "replacement-exists", $"These bytes are already in the store as document {sameBytes.Id}; they cannot also replace {replaced.Id}.");
            }

            return Next(replaced, request);
        }

        if (sameBytes is not null)
        {
            return Next(sameBytes, request);
        }

        if (request.Path is { } path && Find(connection, "path", path) is { } before)
        {
            return Next(before, request);
        }

        if (OldVersion(connection, request.Sha256) is { } old)
        {
            return new(
                old.Id, IngestAction.Unchanged, old.Version,
                $"These bytes are version {old.OfVersion} of document {old.Id}, which a newer version has replaced.");
        }

        var id = DocumentId.FromSha256(request.Sha256);
        return Find(connection, "id", id.Value) is null
            ? new(id, IngestAction.Added, 1)
            : throw StoreFailure.Rejection("id-taken", $"Another document has the id {id}. Remove it, or replace it with --replaces {id}.");
    }

    private static IngestPlan Next(Known known, IngestRequest request)
    {
        if (known.Sha256 != request.Sha256)
        {
            return new(known.Id, IngestAction.Updated, known.Version + 1);
        }

        return request.Again
            ? new(known.Id, IngestAction.Updated, known.Version, "The same bytes, read again.")
            : new(known.Id, IngestAction.Unchanged, known.Version);
    }

    private static Known? Find(SqliteConnection connection, string column, string value) => connection.Rows(
        $"SELECT row, id, version, sha256, path FROM document WHERE {column} = $1",
        r => new Known(r.GetInt64(0), new(r.GetString(1)), r.GetInt32(2), r.GetString(3), r.Text(4)),
        value).FirstOrDefault();

    private static (DocumentId Id, int Version, int OfVersion)? OldVersion(SqliteConnection connection, string sha256)
    {
        var found = connection.Rows(
            "SELECT d.id, d.version, v.version FROM document_version v JOIN document d ON d.row = v.document WHERE v.sha256 = $1 LIMIT 1",
            r => (new DocumentId(r.GetString(0)), r.GetInt32(1), r.GetInt32(2)),
            sha256);
        return found.Count > 0 ? found[0] : null;
    }
}

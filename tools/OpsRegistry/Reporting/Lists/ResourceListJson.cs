using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Lists;

/// <summary>The resources of a kind as JSON: an array, one object each, keys in English and for ever.</summary>
public static class ResourceListJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the resources in the order given.</summary>
    public static void Write(TextWriter output, IEnumerable<Resource> resources)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var resource in resources)
            {
                WriteOne(json, resource);
            }

            json.WriteEndArray();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteOne(Utf8JsonWriter json, Resource resource)
    {
        json.WriteStartObject();
        json.WriteString("contract", resource.Metadata.Contract);
        if (resource.Spec is Service service)
        {
            ServiceJson.WriteFields(json, resource.Name, service);
        }
        else
        {
            json.WriteString("name", resource.Name);
        }

        json.WriteString("path", resource.Path);
        json.WriteString("blob", resource.Blob);
        json.WriteEndObject();
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace KnowledgeBase.Web.Pages;

/// <summary>A text in a picture; Razor keeps the element's name for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Its style.</summary>
    [Parameter, EditorRequired]
    public string Class { get; set; } = "";

    /// <summary>Where its anchor stands, in the picture's units.</summary>
    [Parameter, EditorRequired]
    public int X { get; set; }

    /// <summary>Where its line stands, in the picture's units.</summary>
    [Parameter, EditorRequired]
    public int Y { get; set; }

    /// <summary>"start", "middle" or "end".</summary>
    [Parameter, EditorRequired]
    public string Anchor { get; set; } = "";

    /// <summary>Degrees clockwise around its anchor; 0 for level.</summary>
    [Parameter]
    public int Turned { get; set; }

    /// <summary>The words.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "y", Y.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(4, "text-anchor", Anchor);
        if (Turned != 0)
        {
            builder.AddAttribute(5, "transform", string.Create(CultureInfo.InvariantCulture, $"rotate({Turned} {X} {Y})"));
        }

        builder.AddContent(6, Text);
        builder.CloseElement();
    }
}

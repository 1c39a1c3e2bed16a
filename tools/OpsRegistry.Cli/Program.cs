using System.Text;
using OpsRegistry.Cli;

// UTF-8 whatever the locale: a program that reads JSON gets the characters, and no terminal gets question marks in their place.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
try
{
    Console.OutputEncoding = utf8;
}
catch (IOException)
{
    // no console at all
}

using var output = CalledAs.Over(new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true });
using var error = CalledAs.Over(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true });
return Application.Run(args, TerminalOutput.Over(output), error);

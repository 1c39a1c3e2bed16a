Console.WriteLine("opsreg");
